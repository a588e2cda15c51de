// What a reader chose about the page itself, kept in this browser where storage is allowed.

/** @param {string} name @returns {string | undefined} */
export function kept(name) {
  try {
    return localStorage.getItem(`backprop-${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Without storage it lasts until the page is closed. @param {string} name @param {string} value */
export function keep(name, value) {
  try {
    localStorage.setItem(`backprop-${name}`, value);
  } catch {
    // Nothing is lost but the memory.
  }
}
