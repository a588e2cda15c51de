// The script of the one file that stands in it as it is: unpacks the rest and starts it. It is built into a function of its own, without imports from outside.

import { unpack } from './lzma.js';

/** Bytes by the characters that windows-1252 reads them as. */
const byteOf = new Map([...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i))].map((character, byte) => [character, byte]));

/** Stands before a byte that would not come through HTML, which is 64 more then. */
export const ESCAPE = 1;

/** What was packed, without its escapes. @param {Uint8Array} written */
function plain(written) {
  const bytes = new Uint8Array(written.length);
  let size = 0;
  for (let i = 0; i < written.length; ++i) bytes[size++] = written[i] === ESCAPE ? written[++i] - 64 : written[i];
  return bytes.subarray(0, size);
}

/** The packed bytes: as the page was read, or read again where a server says another encoding than the file does. @param {HTMLElement} holder */
async function packed(holder) {
  if (document.characterSet === 'windows-1252') return Uint8Array.from(/** @type {string} */ (holder.textContent), (character) => byteOf.get(character) ?? 0);
  const all = new Uint8Array(await (await fetch(location.href)).arrayBuffer());
  const text = new TextDecoder('windows-1252').decode(all);
  const start = text.indexOf('>', text.indexOf(`id="${holder.id}"`)) + 1;
  return all.subarray(start, text.indexOf('</script>', start));
}

/** Sum of bytes that tells whether a file came whole. @param {Uint8Array} bytes */
export function checksum(bytes) {
  let a = 1, b = 0;
  for (const byte of bytes) b = (b + (a = (a + byte) % 65521)) % 65521;
  return b * 65536 + a;
}

async function start() {
  const holder = /** @type {HTMLElement} */ (document.getElementById('packed'));
  const { size, sum, files } = JSON.parse(/** @type {string} */ (holder.dataset.about));
  const bytes = unpack(plain(await packed(holder)), size);
  if (checksum(bytes) !== sum) throw new Error('the file is damaged, and another copy would be right');
  holder.remove();
  /** @type {Record<string, Uint8Array>} */
  const inside = {};
  let at = 0;
  for (const [name, length] of files) inside[name] = bytes.subarray(at, (at += length));
  const address = URL.createObjectURL(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (inside['script.js'])], { type: 'text/javascript;charset=utf-8' }));
  /** @type {any} */ (globalThis).backpropInside = { files: inside, address };
  const script = document.createElement('script');
  script.src = address;
  document.head.append(script);
}

if (typeof document !== 'undefined')
  start().catch((error) => {
    document.body.textContent = `Backprop Playground cannot start: ${error.message}.`;
  });
