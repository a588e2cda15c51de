// The first cells of a CSV text, as they stand in it, for a preview. What they mean the core decides.

/**
 * Cells of at most `most` records; a cell in quotes may hold the delimiter, line ends and doubled quotes.
 * @param {string} text @param {string} delimiter @param {number} most @returns {string[][]}
 */
export function firstRows(text, delimiter, most) {
  const cell = new RegExp(` *(?:"((?:[^"]|"")*)" *|([^\\r\\n${delimiter === '\t' ? '\\t' : `\\${delimiter}`}]*))(\\r\\n|\\r|\\n|[\\s\\S]|$)`, 'y');
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (rows.length < most && cell.lastIndex < text.length) {
    const [, quoted, plain, end] = /** @type {RegExpExecArray} */ (cell.exec(text));
    row.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    if (end === delimiter && cell.lastIndex < text.length) continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
