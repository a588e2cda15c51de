// Texts of graphs of any size, to see how the cost of a gradient grows with the number of variables.

/** @type {Record<string, { look: string, text: (n: number) => string }>} */
export const growing = {
  chain: {
    look: 'n variables one behind the other: h1 = tanh(w1), h2 = tanh(h1 * w2), …',
    text: (n) => lines(n, (i) => `w${i} = 0.9`) + lines(n, (i) => (i === 1 ? 'h1 = tanh(w1)' : `h${i} = tanh(h${i - 1} * w${i})`)),
  },
  fan: {
    look: 'n variables side by side: y = sin(w1) + sin(w2) + …',
    text: (n) => lines(n, (i) => `w${i} = 0.${i % 9}5`) + lines(n, (i) => (i === 1 ? 's1 = sin(w1)' : `s${i} = s${i - 1} + sin(w${i})`)),
  },
};

/** @param {number} n @param {(i: number) => string} line */
const lines = (n, line) => Array.from({ length: n }, (_, i) => `${line(i + 1)}\n`).join('');
