// A bar of how far a run is, on a terminal; a pipe or a file gets none.

const width = 28;
const between = 100; // ms

/**
 * @param {NodeJS.WriteStream} stream
 * @param {() => number} [now] in ms
 */
export function progressBar(stream, now = () => performance.now()) {
  let next = now() + 2 * between; // A short run needs no bar.
  let drawn = false;
  return {
    /** @param {number} step @param {number} last */
    at(step, last) {
      if (!stream.isTTY || now() < next) return;
      next = now() + between;
      drawn = true;
      const full = Math.min(width, Math.round((step / Math.max(last, 1)) * width));
      stream.write(`\r[${'█'.repeat(full)}${'·'.repeat(width - full)}] step ${step} of ${last}\x1b[K`);
    },
    end() {
      if (drawn) stream.write('\r\x1b[K');
      drawn = false;
    },
  };
}
