// The control of an option, by its type: each is a row with the name on the left and what can be changed on the right.

/** @import { TemplateResult } from 'lit' */
/** @import { Option, Settings } from '../../types.js' */
/** @import { Look, Place } from '../../option-places.js' */
import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { layerNames } from '../../layers.js';
import { downIcon } from '../icons.js';
import '../number-field.js';
import '../slider.js';
import '../stepper.js';

/**
 * @typedef {object} Control
 * @property {Option} option
 * @property {Place} place
 * @property {Settings} settings
 * @property {boolean} invalid whether the core refuses what was asked for
 * @property {(value: any) => void} ask
 * @property {() => void} forget what was refused
 */

/** @param {Control} control */
const labelOf = ({ option, place }) => place.label ?? option.name.replaceAll('_', ' ');

/** @param {string} label @param {unknown} content @param {Option} option */
const row = (label, content, { help }) => html`<div class="row" title=${help}><span>${label}</span>${content}</div>`;

/** @param {readonly string[]} choices @param {string} value @param {(value: string) => void} ask @param {string} label */
function select(choices, value, ask, label) {
  return html`<span class="select">
    <select class="field" aria-label=${label} .value=${value} @change=${(/** @type {Event} */ event) => ask(/** @type {HTMLSelectElement} */ (event.target).value)}>
      ${choices.map((choice) => html`<option value=${choice} ?selected=${choice === value}>${choice}</option>`)}
    </select>${downIcon}
  </span>`;
}

/** @param {boolean} value @param {(value: boolean) => void} ask */
const box = (value, ask) => html`<input type="checkbox" .checked=${live(value)}
  @change=${(/** @type {Event} */ event) => ask(/** @type {HTMLInputElement} */ (event.target).checked)}>`;

/** @param {boolean} value @param {(value: boolean) => void} ask @param {unknown} label */
const check = (value, ask, label) => html`<label class="check">${box(value, ask)}${label}</label>`;

/** @param {Control} control @param {string} label @param {number | null} value @param {(value: number | null) => void} ask */
function field({ place, invalid, forget }, label, value, ask) {
  return html`<backprop-number-field label=${label} .value=${value} none=${place.none ?? ''} .invalid=${invalid}
    @change=${(/** @type {CustomEvent<number | null>} */ event) => ask(event.detail)} @forget=${forget}></backprop-number-field>`;
}

/** @param {Control} control */
export function stepper({ option, place, settings, invalid, ask, forget }) {
  const { name, min, max } = option;
  return html`<backprop-stepper label=${place.label ?? name.replaceAll('_', ' ')} .value=${settings[name]} .min=${min ?? -Infinity} .max=${max ?? Infinity} .invalid=${invalid}
    @change=${(/** @type {CustomEvent<number>} */ event) => ask(event.detail)} @forget=${forget}></backprop-stepper>`;
}

/**
 * One value for all layers or one for each, by a switch.
 * @template Value
 * @param {Control} control @param {string[]} names of the layers @param {(value: Value, ask: (value: Value) => void, label: string) => unknown} one
 */
function byLayer(control, names, one) {
  const { option, settings, ask } = control;
  const label = labelOf(control);
  const value = settings[option.name];
  const each = Array.isArray(value);
  const spread = (/** @type {boolean} */ on) => ask(on ? names.map(() => value) : value[0]);
  return html`<div class="row" title=${option.help}>
      <span class="stack"><span>${label}</span>${check(each, spread, html`<span class="unseen">${label}</span> per layer`)}</span>
      ${each ? '' : one(value, ask, label)}
    </div>
    ${each ? names.map((name, at) => html`<div class="row inner"><span>${name}</span>
      ${one(value[at], (chosen) => ask(value.with(at, chosen)), `${label} of ${name}`)}</div>`) : ''}`;
}

/** @type {Partial<Record<Look, (control: Control) => TemplateResult>>} */
export const controls = {
  slider: (control) => {
    const { option, place, settings, ask } = control;
    const { name, min = 0, max = 1, help } = option;
    return html`<div class="row" title=${help}>
      <backprop-slider label=${labelOf(control)} .value=${settings[name]} .min=${min} .max=${max} .step=${0.05} .format=${place.format ?? String}
        @change=${(/** @type {CustomEvent<number>} */ event) => ask(event.detail)}></backprop-slider>
    </div>`;
  },
  stepper: (control) => row(labelOf(control), stepper(control), control.option),
  number: (control) => row(labelOf(control), field(control, labelOf(control), control.settings[control.option.name], control.ask), control.option),
  list: (control) => {
    const { option, place, settings, ask } = control;
    /** @type {number[]} */
    const list = settings[option.name];
    return html`${list.map((value, at) => {
      const label = place.parts?.[at] ?? `${labelOf(control)} ${at + 1}`;
      return row(label, field(control, label, value, (typed) => ask(list.with(at, typed ?? NaN))), option);
    })}`;
  },
  choice: (control) => {
    const { option, settings, ask } = control;
    return row(labelOf(control), select(option.choices ?? [], settings[option.name], ask, labelOf(control)), option);
  },
  flag: (control) => {
    const { option, settings, ask } = control;
    return html`<label class="row flag" title=${option.help}><span>${labelOf(control)}</span>${box(settings[option.name], ask)}</label>`;
  },
  choiceByLayer: (control) => byLayer(control, layerNames(control.settings.layers).slice(0, -1), (value, ask, label) =>
    select(control.option.choices ?? [], value, ask, label)),
  flagByLayer: (control) => byLayer(control, layerNames(control.settings.layers), (value, ask, label) =>
    check(value, ask, html`<span class="unseen">${label}</span>`)),
};
