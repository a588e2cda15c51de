// Keeps short formulas of prose on one line, and lets long ones break before a relation.

/** So many characters stay together. */
const SHORT = 22;
/** Longer than this, what stands between two relations breaks before a sum too. */
const LONG = 34;

const FULL = '\u00a0';
const JOINER = '\u2060';

/** A text, whose marks of the private use area take no room. @param {string} text */
export function glue(text) {
  const glued = text.replace(/[ \n]+([=≈+−·×])[ \n]+/g, `${FULL}$1${FULL}`).replace(/(∂[^\s/]{1,16}\/)(?=[\ue000-\uf8ff]*∂)/g, `$1${JOINER}`);
  return glued.replace(/[^ \n]+/g, (run) => {
    if (lengthOf(run) <= SHORT) return run;
    return run.replaceAll(new RegExp(`${FULL}(?=[=≈])`, 'g'), ' ').replace(/[^ ]+/g, (part) => (lengthOf(part) <= LONG ? part : part.replaceAll(`${FULL}+`, ' +')));
  });
}

/** @param {string} run */
const lengthOf = (run) => run.replace(/[\u2060\ue000-\uf8ff]/g, '').length;

/** What is no prose in a page: tags with their attributes, and elements whose text is taken as it stands. */
const NO_PROSE = /<(head|pre|code|math|script|style|svg|backprop-question)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/g;

/** The same for the prose of a page. @param {string} html */
export function glueProse(html) {
  /** @type {string[]} */
  const kept = [];
  const text = html.replace(NO_PROSE, (part) => {
    kept.push(part);
    return '\ue000';
  });
  return glue(text).replace(/\ue000/g, () => String(kept.shift()));
}
