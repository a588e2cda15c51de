// What an address asks of the lab besides settings: the run is made again up to the step it names, and the address says so until the run goes on.

/** @import { Fault, Link } from './link.js' */
/** @import { LinkState, Moment, State } from '../lab-state.js' */
/** @import { KeptRun } from '../kept-run.js' */
/** @import { Frame, Tables } from '../types.js' */
import { biasedBy, hasPlace } from '../draw/parameters.js';
import { toLink } from './link.js';
import { Parts } from './parts.js';

/** @param {Link} link @param {Fault[]} faults @returns {LinkState} */
export function linkState({ settings: { lr }, hide, lock, theme, lang, step, edits }, faults) {
  return { parts: new Parts(hide, lock), theme, lang, faults, moment: step > 0 || edits.length > 0 ? { step, edits, lr } : undefined };
}

/**
 * What a reload finds; but where the address names a moment, that.
 * @param {Link} link @param {KeptRun | undefined} kept @returns {Partial<KeptRun> & Pick<KeptRun, 'edits' | 'furthest' | 'step' | 'phase' | 'lr'> | undefined}
 */
export function wayOf({ step, edits, settings }, kept) {
  if (step === 0 && edits.length === 0) return kept;
  return { ...kept, lr: settings.lr, edits, furthest: step, step, phase: null };
}

/** Where a link leads in a network that is not the one it was made for: edits of what is not there are left out. @param {Moment} moment @param {Frame} frame */
export function fitting({ step, edits }, { layers, settings }) {
  const widths = [layers[0].inputs, ...layers.map(({ outputs }) => outputs)];
  return { step, edits: edits.filter(({ place }) => !place || hasPlace(place, widths, biasedBy(settings))) };
}

/** Does the run stand elsewhere than where the address leads? @param {Pick<Moment, 'step' | 'edits'>} moment @param {Frame} frame */
export function hasLeft({ step, edits }, { playing, status, record }) {
  return playing || status.step !== step || JSON.stringify(record.edits) !== JSON.stringify(edits);
}

/** What the address bar says of a run: its settings, what of the page is seen, and the moment to which the address led, while the run stands there. @param {State} state @param {Tables} tables */
export function addressOf({ settings, speed, link: { parts: { hide, lock }, theme, lang, moment } }, tables) {
  const { lr = settings.lr, step = 0, edits = [] } = moment ?? {};
  return toLink({ settings: { ...settings, lr }, step, edits, speed, hide, lock, theme, lang }, tables);
}

/** The link to exactly what is seen: the run at its step, with what was changed by hand up to there. @param {State} state @param {Tables} tables */
export function linkTo({ settings, speed, frame, link: { parts: { hide, lock }, theme, lang } }, tables) {
  const step = frame?.status.step ?? 0;
  const { lr = settings.lr, edits = [] } = frame?.record ?? {};
  return toLink({ settings: { ...settings, lr }, step, edits: edits.filter((edit) => edit.step <= step), speed, hide, lock, theme, lang }, tables);
}
