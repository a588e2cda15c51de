// The words of what was thrown, for the reader.

/** @param {unknown} error */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));
