// The one table of what a link can say: every option of the core, and what the page adds to them. Links, attributes, the command line and the docs follow from its rows.

/** @import { Link } from './link.js' */
/** @import { Settings, Tables } from '../types.js' */
import { nearest } from '../nearest-name.js';
import { SPEEDS } from '../speeds.js';
import { THEMES } from '../theme.js';
import { readRates, readStep, readWeights, ratesText, shown, weightsText, MOST_STEPS } from './moment.js';
import { allParts } from './parts.js';

/** The form of links; a later one, that today's page cannot read, will have another. */
const VERSION = '1';
const LANGUAGES = /** @type {const} */ (['en', 'de']);

/** @typedef {{ settings: Settings, tables: Tables, fault: (text: string) => void }} About what a value may depend on: the settings of the same link; and whom to tell of a wrong entry of a list whose others hold */

/**
 * @typedef {object} Key
 * @property {string} name
 * @property {string} mayBe
 * @property {string} help
 * @property {string} example a whole link
 * @property {(text: string, about: About) => Partial<Link>} read throws what is wrong and what would be right
 * @property {(link: Link) => string} write empty where it goes without saying
 */

/** @param {string} text @param {readonly string[]} names @param {string} [what] */
function oneOf(text, names, what = 'is none') {
  if (names.includes(text)) return text;
  throw new Error(`'${shown(text)}' ${what}; ${names.join(', ')} would be right`);
}

/** @param {string} text @param {About} about */
function partsOf(text, { tables, fault }) {
  const names = allParts(tables).map(({ name }) => name);
  const given = [...new Set(text.split(',').map((name) => name.trim()).filter(Boolean))];
  for (const name of given) {
    if (names.includes(name)) continue;
    const meant = nearest(name, names);
    fault(`'${shown(name)}' is no part of the page; ${meant ? `${meant} would be right` : 'settings, run, play, lr, card or charts would be right, and others that the docs list'}`);
  }
  return given.filter((name) => names.includes(name));
}

/** What the page adds to the settings. @type {Key[]} */
export const PAGE_KEYS = [
  {
    name: 'step', mayBe: `a whole number from 0 to ${MOST_STEPS}`, help: 'The run is trained up to this step, and stops there; it is the same to the bit.',
    example: '#dataset=spiral&step=100',
    read: (text) => ({ step: readStep(text) }), write: ({ step }) => (step ? String(step) : ''),
  },
  {
    name: 'w', mayBe: 'a list such as `W1.5.4:0.5@12,b2.0:-1`', help: 'Weights and biases that were changed by hand: W1[5, 4] is 0.5 from step 12 on, b2[0] is −1 from the start.',
    example: '#dataset=xor&w=W1.0.1:0.5',
    read: (text, { settings }) => ({ edits: readWeights(text, settings) }), write: ({ edits, settings }) => weightsText(edits, settings.dtype),
  },
  {
    name: 'lr_at', mayBe: 'a list such as `0.3@50,0.1@200`', help: 'Learning rates that were set by hand while the run went on, and from which step on; `lr` is the one that it began with.',
    example: '#lr=0.1&lr_at=0.01@200&step=400',
    read: (text) => ({ edits: readRates(text) }), write: ({ edits }) => ratesText(edits),
  },
  {
    name: 'speed', mayBe: SPEEDS.slice(1).join(' or '), help: 'Steps a second in play; without it as many as can be.', example: '#speed=1',
    read: (text) => ({ speed: Number(oneOf(text, SPEEDS.slice(1).map(String), 'is no speed')) }), write: ({ speed }) => (speed === SPEEDS[0] ? '' : String(speed)),
  },
  {
    name: 'hide', mayBe: 'a list of parts', help: 'What of the page is not shown.', example: '#hide=settings,card',
    read: (text, about) => ({ hide: partsOf(text, about) }), write: ({ hide }) => hide.join(','),
  },
  {
    name: 'lock', mayBe: 'a list of parts', help: 'What is shown and cannot be changed.', example: '#lock=layers,seed',
    read: (text, about) => ({ lock: partsOf(text, about) }), write: ({ lock }) => lock.join(','),
  },
  {
    name: 'theme', mayBe: THEMES.slice(1).join(', '), help: 'How the page looks, without a change of what the reader chose for it.', example: '#theme=projector',
    read: (text) => ({ theme: /** @type {Link['theme']} */ (oneOf(text, THEMES.slice(1), 'is no theme')) }), write: ({ theme }) => theme ?? '',
  },
  {
    name: 'lang', mayBe: LANGUAGES.join(', '), help: 'The language of the lessons to which the page leads; the lab and the graph page speak English.', example: '#lang=de',
    read: (text) => ({ lang: /** @type {Link['lang']} */ (oneOf(text, LANGUAGES, 'is no language of the lessons')) }), write: ({ lang }) => lang ?? '',
  },
  {
    name: 'v', mayBe: VERSION, help: 'The form of the link. It need not be said: every link without it is of form 1, and will always be.', example: '#v=1',
    read: (text) => {
      if (text === VERSION) return {};
      throw new Error(`this page reads links of form ${VERSION}, and not '${shown(text)}'; what it knows of the link is shown`);
    },
    write: () => '',
  },
];

/** Every key of the lab. @param {Pick<Tables, 'options'>} tables */
export const keyNames = ({ options }) => ['data', ...options.map((option) => option.name), ...PAGE_KEYS.map((key) => key.name)];

/** Why a key is none, and what was meant. @param {string} name @param {string[]} names of those that are */
export function unknownKey(name, names) {
  const meant = name.length > 1 && nearest(name, names);
  return `is no key of a link${meant ? `; ${meant} would be right` : `, so it is left out; ${names.includes('lr') ? 'lr=0.1' : 'step=3'} would be one`}`;
}
