// What the optimizer makes of one gradient: gradient → clip → decay → momentum or m, v → Δw, with its formula.

/** @import { Frame } from '../types.js' */
import { html } from 'lit';
import { anatomySteps } from '../draw/anatomy.js';
import { formatFloat32 } from '../draw/format.js';
import tables from '../tables.js';
import { number } from './number.js';

/** @param {Frame} frame */
export function updateAnatomy({ anatomy, settings }) {
  const optimizer = tables.optimizers.find(({ name }) => name === settings.optimizer);
  return html`<section class="anatomy" aria-label="How the step is made">
    <ol>${anatomySteps(anatomy, settings).map(stepOf)}</ol>
    <p class="muted"><b>${optimizer?.name}</b> ${optimizer?.formula}</p>
  </section>`;
}

/** @param {import('../draw/anatomy.js').Step} step */
function stepOf(step) {
  if (!step.key) return html`<li class="muted">${step.idle}</li>`;
  const look = step.key === 'lr' ? { format: formatFloat32 } : { signed: true };
  return html`<li><span class="muted">${step.name}</span> ${number(`anatomy.${step.key}`, step.value, look)}</li>`;
}
