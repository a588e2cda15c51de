// The script of the one file that stands in it as it is: unpacks the rest and starts it. In a worker it unpacks one stream. It is built into a function of its own, without imports from outside.

import { unpack } from './packer.js';

/** @typedef {{ kind: number, packed: number, size: number, sum: number, digest: string, files: [string, number][] }} Stream how many bytes are packed and come out, their checksum and SHA-256, and the files in them */
/** @typedef {{ packer: WebAssembly.Module, stream: Stream, packed: Uint8Array }} Task */

/** Bytes as characters, one each: windows-1252, in which the browser also reads this file. @param {Uint8Array} bytes */
const charactersOf = (bytes) => new TextDecoder('windows-1252').decode(bytes);

/** By the code of a character, which byte it is. */
const byteOf = new Uint8Array(65536);
for (const [byte, character] of [...charactersOf(Uint8Array.from({ length: 256 }, (_, i) => i))].entries()) byteOf[character.charCodeAt(0)] = byte;

/** @param {string} characters */
function bytesOf(characters) {
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; ++i) bytes[i] = byteOf[characters.charCodeAt(i)];
  return bytes;
}

/** How many bytes stand behind a key. */
export const BLOCK = 320;

/** What was packed: each block of it is a key, and bytes in which the bits of the key are turned. @param {Uint8Array} written */
export function plain(written) {
  const bytes = new Uint8Array(written.length);
  let size = 0;
  for (let key = 0; key < written.length; key += BLOCK + 1)
    for (let i = key + 1; i < Math.min(key + BLOCK + 1, written.length); ++i) bytes[size++] = written[i] ^ written[key];
  return bytes.subarray(0, size);
}

/** The packed bytes: as the page was read, or read again where a server says another encoding than the file does. @param {HTMLElement} holder */
async function written(holder) {
  if (document.characterSet === 'windows-1252') return bytesOf(/** @type {string} */ (holder.textContent));
  const all = new Uint8Array(await (await fetch(location.href)).arrayBuffer());
  const text = charactersOf(all);
  const start = text.indexOf('>', text.indexOf(`id="${holder.id}"`)) + 1;
  return all.subarray(start, text.indexOf('</script>', start));
}

/** Sum of bytes that tells whether a file came whole. @param {Uint8Array} bytes */
export function checksum(bytes) {
  let a = 1, b = 0;
  for (const byte of bytes) b = (b + (a = (a + byte) % 65521)) % 65521;
  return b * 65536 + a;
}

let turn = Promise.resolve();

/** Begins a work when those before it are done. @template T @param {() => T | Promise<T>} work @returns {Promise<T>} */
function inTurn(work) {
  const done = turn.then(work);
  turn = done.then(() => {}, () => {});
  return done;
}

/** Unpacks in a worker. @param {Task} task @param {string} code of this script @returns {Promise<Uint8Array>} */
function inWorker(task, code) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      reject(event);
    };
    worker.postMessage(task);
  });
}

/** @param {Task} task */
const unpackedHere = ({ packer, stream, packed }) => unpack(packer, stream.kind, packed, stream.size);

/**
 * In workers, side by side where there are more than two cores, as the page wants one for itself; where the page may have no workers, in its own turns.
 * @param {Task} task @param {string} code of this script
 */
async function unpacked(task, code) {
  const work = () => inWorker(task, code);
  try {
    return await (navigator.hardwareConcurrency > 2 ? work() : inTurn(work));
  } catch {
    return inTurn(() => new Promise((resolve) => setTimeout(resolve)).then(() => unpackedHere(task)));
  }
}

/** What a stream is kept as. @param {Stream} stream */
const nameOf = ({ digest }) => `${KEPT}${digest}`;
const KEPT = 'backprop-playground ';

/** Another page of this tab could keep something under the same name, which would be run here. @param {Uint8Array} content */
const digestOf = async (content) => btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', /** @type {Uint8Array<ArrayBuffer>} */ (content)))));

/** What a tab keeps while it goes from page to page of this file, so that a link is followed at once. On a server it would take the place of what other pages keep. @param {Stream} stream */
async function kept(stream) {
  try {
    const characters = location.protocol === 'file:' && sessionStorage.getItem(nameOf(stream));
    const content = characters && bytesOf(characters);
    return content && (await digestOf(content)) === stream.digest ? content : undefined;
  } catch {
    return undefined; // a browser that keeps nothing
  }
}

/** @param {Uint8Array} content @param {Stream} stream @param {Stream[]} all what is kept of another version goes */
function keep(content, stream, all) {
  if (location.protocol !== 'file:') return;
  try {
    const names = all.map(nameOf);
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(KEPT) && !names.includes(name)) sessionStorage.removeItem(name);
    sessionStorage.setItem(nameOf(stream), charactersOf(content));
  } catch {
    // Then it is unpacked each time.
  }
}

/** What comes of a stream. @param {Task} task @param {Stream[]} all @param {string} code of this script */
async function contentOf(task, all, code) {
  const { stream } = task;
  const before = await kept(stream);
  if (before) return before;
  const content = await unpacked(task, code);
  if (checksum(content) !== stream.sum) throw new Error('the file is damaged, and another copy would be right');
  keep(content, stream, all);
  return content;
}

/** Begins the page when its script is there; the rest comes while it is drawn, and the course when it is asked for. @param {string} code of this script */
async function start(code) {
  const holder = /** @type {HTMLElement} */ (document.getElementById('packed'));
  /** @type {{ packer: number, streams: Stream[] }} */
  const about = JSON.parse(/** @type {string} */ (holder.dataset.about));
  const bytes = plain(await written(holder));
  holder.remove();
  const packer = await WebAssembly.compile(bytes.slice(0, about.packer)).catch(() => {
    throw new Error('this file needs WebAssembly with SIMD, which is not had here; the page on the web does without');
  });
  /** @type {Record<string, () => Promise<Uint8Array>>} */
  const files = {};
  let at = about.packer;
  for (const stream of about.streams) {
    const packed = bytes.slice(at, (at += stream.packed));
    /** @type {Promise<Uint8Array> | undefined} */
    let content;
    let end = 0;
    for (const [name, length] of stream.files) {
      const from = end;
      end += length;
      files[name] = async () => (await (content ??= contentOf({ packer, stream, packed }, about.streams, code))).subarray(from, from + length);
    }
  }
  const soon = about.streams.map(({ files: [[name]] }) => name).filter((name) => name !== 'lessons.json' || location.search.includes('lesson='));
  const [script, ...others] = soon.map((name) => files[name]());
  for (const other of others) other.catch(() => {}); // who asks for it is told
  const address = URL.createObjectURL(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (await script)], { type: 'text/javascript;charset=utf-8' }));
  /** @type {any} */ (globalThis).backpropInside = { files, address, failed };
  const element = document.createElement('script');
  element.src = address;
  document.head.append(element);
}

/** @param {Error} error */
function failed(error) {
  document.body.textContent = `Backprop Playground cannot start: ${error.message}.`;
}

if (typeof document !== 'undefined') start(/** @type {HTMLScriptElement} */ (document.currentScript).text).catch(failed);
else if (typeof addEventListener === 'function')
  addEventListener('message', ({ data }) => {
    const content = unpackedHere(data);
    /** @type {(message: unknown, transfer: Transferable[]) => void} */ (postMessage)(content, [content.buffer]);
  });
