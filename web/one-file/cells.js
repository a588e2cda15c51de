// A table of small whole numbers as bytes, row by row, the last column first: for the digits, what is drawn stands before its pixels, and packs to three quarters of what columns do.

/** @param {string} csv with a header @returns {{ header: Uint8Array, cells: Uint8Array } | undefined} nothing where a cell is anything else, or would be written in another way */
export function toCells(csv) {
  const [header, ...rows] = csv.trimEnd().split('\n');
  const cells = rows.map((row) => row.split(','));
  const isByte = (/** @type {string} */ cell) => /^(0|[1-9]\d{0,2})$/.test(cell) && Number(cell) < 256;
  if (!cells.every((row) => row.length === header.split(',').length && row.every(isByte)) || !csv.endsWith('\n')) return undefined;
  return { header: new TextEncoder().encode(header), cells: Uint8Array.from(cells.flatMap((row) => [row.at(-1), ...row.slice(0, -1)]), Number) };
}

/** @param {Uint8Array} header @param {Uint8Array} cells both of `toCells` @returns {Uint8Array<ArrayBuffer>} the CSV */
export function fromCells(header, cells) {
  const names = new TextDecoder().decode(header);
  const width = names.split(',').length;
  const rows = Array.from({ length: cells.length / width }, (_, row) => {
    const [last, ...others] = cells.subarray(row * width, (row + 1) * width);
    return [...others, last].join();
  });
  return new TextEncoder().encode(`${[names, ...rows].join('\n')}\n`);
}
