// What a reader chose about the page itself, kept in this browser where storage is allowed.

let allowed = true;

/** From now on nothing is read or kept: the page is another's, and so is its storage. */
export const keepNothing = () => void (allowed = false);

/** Where things are kept, if anywhere. @returns {Storage | undefined} */
export function keeper() {
  try {
    return allowed ? globalThis.localStorage : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} name @returns {string | undefined} */
export function kept(name) {
  try {
    return keeper()?.getItem(`backprop-${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Without storage it lasts until the page is closed. @param {string} name @param {string} value */
export function keep(name, value) {
  try {
    keeper()?.setItem(`backprop-${name}`, value);
  } catch {
    // Nothing is lost but the memory.
  }
}
