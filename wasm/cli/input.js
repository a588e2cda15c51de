// What every command starts with: standard input, and the module.
import { Usage } from './errors.js';

/** Where a command reads and writes: the process, or what a test gives. @typedef {Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr'>} Streams */

/** All of standard input. @param {AsyncIterable<Buffer>} stdin */
export async function readInput(stdin) {
  const pieces = [];
  for await (const piece of stdin) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The module, or how to get it. @returns {Promise<import('../index.js').Module>} */
export async function loadModule() {
  const { load } = await import('../index.js').catch(() => {
    throw new Usage("the module is not built; 'npm run build' in the repository would be right");
  });
  return load();
}
