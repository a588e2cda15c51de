// The words of what was thrown, for the reader.

/** What the core's words call an option of a table, as the page calls it. */
const PAGE_WORDS = { 'integersAreClasses: true': '“whole numbers are classes” in the table' };

/** @param {unknown} error */
export function messageOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  return Object.entries(PAGE_WORDS).reduce((text, [core, page]) => text.replace(core, page), message);
}

/** Was a download given up? @param {unknown} error */
export const isAbort = (error) => error instanceof Error && error.name === 'AbortError';
