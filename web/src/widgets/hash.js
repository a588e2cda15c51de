// The part of an embedded page's address after #, as what an author would write in a tag.

/** An attribute of a widget, and no other: nothing that a browser would run or show. */
const SETTING = /^(?!on|style$|class$|id$|is$|slot$|part$)[a-z][a-z0-9_-]*$/;

/**
 * @param {string} hash such as #start=2&theme=dark; a name alone is a flag
 * @returns {{ attributes: Record<string, string>, text: string, unknown: string[] }} text: what stands between the tags
 */
export function readHash(hash) {
  const { text = '', ...given } = Object.fromEntries(new URLSearchParams(hash.replace(/^#/, '')));
  const names = Object.keys(given);
  return {
    attributes: Object.fromEntries(names.filter((name) => SETTING.test(name)).map((name) => [name, given[name]])),
    text,
    unknown: names.filter((name) => !SETTING.test(name)),
  };
}
