// A link to a graph: what is said before its text, #step=3&theme=dark&graph=…, in the keys of all links.

/** @import { Fault, Link } from '../link/link.js' */
import { PAGE_KEYS, unknownKey } from '../link/keys.js';
import { plainLink, saidBy } from '../link/link.js';
import { shown } from '../link/moment.js';

/** @typedef {Pick<Link, 'theme' | 'lang'> & { step?: number }} Seen beside the text; the moment is the last one where none is named */

const NAMES = ['step', 'theme', 'lang', 'v'];
const KEYS = PAGE_KEYS.filter(({ name }) => NAMES.includes(name));
const GRAPH = /^#((?:[^&=]*=[^&]*&)*?)(graph\b[^]*)$/;

/** The text's part of an address, as the graph page alone has it; nothing for an address of another page. @param {string} hash */
export function textPart(hash) {
  const found = GRAPH.exec(hash);
  return found ? `#${found[2]}` : undefined;
}

/** @param {string} hash @returns {{ seen: Seen, faults: Fault[] }} */
export function seenOf(hash) {
  /** @type {Seen} */
  const seen = {};
  /** @type {Fault[]} */
  const faults = [];
  for (const [name, text] of saidBy(`#${GRAPH.exec(hash)?.[1].replace(/&$/, '') ?? ''}`)) {
    const key = KEYS.find((one) => one.name === name);
    const fault = (/** @type {string} */ what) => void faults.push({ key: shown(name), text: what });
    try {
      if (key) Object.assign(seen, key.read(text, { settings: {}, tables: /** @type {any} */ ({ options: [] }), fault }));
      else fault(unknownKey(name, NAMES));
    } catch (error) {
      fault(/** @type {Error} */ (error).message);
    }
  }
  return { seen, faults };
}

/** @param {string} hash of the text @param {Seen} seen */
export function withSeen(hash, { step, ...seen }) {
  const link = { ...plainLink({}), ...seen, step: step ?? 0 };
  const said = KEYS.flatMap(({ name, write }) => {
    const text = name === 'step' ? String(step ?? '') : write(link);
    return text ? [`${name}=${text}&`] : [];
  });
  return `#${said.join('')}${hash.slice(1)}`;
}
