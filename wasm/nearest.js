// The name that a misspelt one most likely stands for, of options, entries of a configuration or parts of a link, which the core does not know all of.

/** Fewest insertions, deletions, replacements and swaps of neighbours that turn `a` into `b` (Damerau, 1964). @param {string} a @param {string} b */
export function edits(a, b) {
  const cost = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  for (let i = 1; i <= a.length; ++i)
    for (let j = 1; j <= b.length; ++j) {
      cost[i][j] = Math.min(cost[i - 1][j - 1] + Number(a[i - 1] !== b[j - 1]), cost[i - 1][j] + 1, cost[i][j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  return cost[a.length][b.length];
}

/** What people call an option elsewhere. @type {Record<string, string>} */
const elsewhere = { learning_rate: 'lr', epochs: 'steps', iterations: 'steps', loss_function: 'loss', criterion: 'loss', hidden_layers: 'layers' };

/**
 * The nearest name, whatever its case and whether words are parted by - or _, if at most a third of the word has to change.
 * @param {string} word
 * @param {string[]} names
 * @returns {string | undefined}
 */
export function nearest(word, names) {
  if (word.length > 40) return undefined;
  const plain = (/** @type {string} */ name) => name.toLowerCase().replaceAll('-', '_');
  const meant = Object.hasOwn(elsewhere, plain(word)) ? elsewhere[plain(word)] : plain(word);
  const [best] = names.map((name) => ({ name, distance: edits(meant, plain(name)) })).sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(1, Math.floor(meant.length / 3)) ? best.name : undefined;
}
