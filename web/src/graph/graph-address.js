// The text as the part of the address after #graph=, and kept in this browser for #graph alone: nothing is lost by a reload or a link.
//
// Blanks are written _ and line ends ~, so that an address can be read: #graph=x_=_2~y_=_x**2_+_3*x_+_1

import { lengthMistake } from './text-places.js';

const KEY = 'backprop-graph';

/** Longer texts are kept in this browser only. */
const MOST = 32000;

/** @type {Record<string, string>} */
const SPELLED = { ' ': '_', '\n': '~', _: '%5F', '~': '%7E' };
/** Signs that an address may hold as they are. */
const PLAIN = /%(2B|3D|2C|40|2F|3A|3B|3F|24|26)/g;

/** @param {string} text @returns {string} the hash, or without a text in it where that is too long */
export function toGraphHash(text) {
  const plain = text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'); // halves of characters have no address
  const marked = plain.replace(/[ \n_~]/g, (sign) => `\u0000${sign}`);
  const code = encodeURIComponent(marked).replace(/%00(%20|%0A|_|~)/g, (_, sign) => SPELLED[decodeURIComponent(sign)]).replace(PLAIN, decodeURIComponent);
  return code.length > MOST ? '#graph' : `#graph=${code}`;
}

/** What an address says: a text, nothing, or what is wrong with it. @param {string} hash @returns {{ text?: string, mistake?: string }} */
export function fromGraphHash(hash) {
  const code = /^#graph=([^]*)$/.exec(hash)?.[1];
  if (code === undefined) return {};
  try {
    const text = decodeURIComponent(code.replaceAll('_', ' ').replaceAll('~', '%0A'));
    const mistake = lengthMistake(text);
    return mistake ? { mistake: `The text of the address is too long: ${mistake}. The last text stands here instead.` } : { text };
  } catch {
    const at = code.search(/%(?![0-9A-Fa-f]{2})/);
    const what = at < 0 ? 'its % signs give no characters' : `\`${code.slice(at, at + 3)}\` after #graph= is no character`;
    return { mistake: `The address names no text: ${what}; %25 would be a percent sign. The last text stands here instead.` };
  }
}

/** The text that was kept. @returns {string | null} */
export function keptText() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string} text */
export function keepText(text) {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // Without storage, or without room in it, the address holds the text.
  }
}
