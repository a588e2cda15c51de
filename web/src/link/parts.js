// What of the page a link may hide or lock, by name: parts of the page, groups of settings, each setting, each panel.

/** @import { Tables } from '../types.js' */
import { GROUPS } from '../option-places.js';

/** Panels under the network by the names that stand on their buttons. */
export const PANELS = /** @type {const} */ (['Charts', 'Slice', 'Compare', 'Check', 'Health', 'Gradient flow', 'Export', 'Import', 'Digit']);

/** @typedef {typeof PANELS[number]} PanelName */

/** What a panel or a group is called in a link. @param {string} title */
export const slug = (title) => title.toLowerCase().replaceAll(' ', '-');

/** Parts of the page and what each is. */
export const PAGE_PARTS = Object.entries({
  header: 'the bar with the pages, the theme and the keys',
  theme: 'the button for the theme',
  link: 'the button that copies a link',
  settings: 'all settings but those in the bar of the run',
  run: 'all buttons of the run',
  play: 'Play and Pause',
  speed: 'the speed of play',
  step: 'one step on',
  back: 'one step back',
  unit: 'what a step is',
  reset: 'a new run',
  phase: 'the slider through the ops of a step',
  counters: 'step, epoch, batch and samples a second',
  sentence: 'the sentence about the op',
  time: 'the bar of the run, to any of its steps',
  views: 'network, matrix or table',
  scale: 'the scale of arrows or colours',
  card: 'the card of the chosen weight',
  edit: 'changing a weight by hand',
  output: 'the decision map or the confusion matrix',
  ribbon: 'the layers in numbers',
  pins: 'the pinned weights',
  panels: 'all panels',
}).map(([name, what]) => ({ name, what }));

/** What a part belongs to, so that it goes with it. @type {Record<string, string>} */
const BELONGS = {
  theme: 'header', link: 'header',
  play: 'run', speed: 'run', step: 'run', back: 'run', unit: 'run', reset: 'run', phase: 'run', counters: 'run', sentence: 'run',
  ...Object.fromEntries(GROUPS.map(({ name }) => [slug(name), 'settings'])),
  ...Object.fromEntries(PANELS.map((name) => [slug(name), 'panels'])),
};

/** Settings belong to their group; one that is called as its group is, is it. */
for (const group of GROUPS) for (const { name } of group.places) BELONGS[name] = name === slug(group.name) ? 'settings' : slug(group.name);

/** The data of a run are chosen where its data set is. */
const GROUP_PARTS = GROUPS.map(({ name }) => ({ name: slug(name), what: `the settings under ${name}` }));
const PANEL_PARTS = PANELS.map((name) => ({ name: slug(name), what: `the panel ${name}` }));

/** Every name that hide= and lock= take, and what it stands for. @param {Pick<Tables, 'options'>} tables @returns {{ name: string, what: string }[]} */
export function allParts({ options }) {
  const settings = options.map(({ name, help }) => ({ name, what: help }));
  const known = new Set();
  return [...PAGE_PARTS, ...GROUP_PARTS, ...PANEL_PARTS, ...settings].filter(({ name }) => !known.has(name) && known.add(name));
}

/** Which parts a link hides, and which it locks. */
export class Parts {
  /** @param {string[]} hide @param {string[]} lock */
  constructor(hide = [], lock = []) {
    this.hide = hide;
    this.lock = lock;
  }

  /** @param {string} name */
  hides(name) {
    return within(name, this.hide);
  }

  /** @param {string} name */
  locks(name) {
    return within(name, this.lock);
  }
}

/** Is it, or what it belongs to, one of these? @param {string | undefined} name @param {string[]} names */
function within(name, names) {
  for (let at = name; at !== undefined; at = BELONGS[at]) if (names.includes(at)) return true;
  return false;
}

/** All are there. */
export const ALL = new Parts();
