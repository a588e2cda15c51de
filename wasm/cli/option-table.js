// The core's table of options as words: for `train --help`, and for the table in wasm/README.md.

/** @typedef {ReturnType<import('../index.js').Module['tables']>['options'][number]} Option */

/** What an option may be. @param {Option} option @returns {string} */
export function mayBe({ type, choices = [], min, max, minCount, maxCount }) {
  const range = `${min} to ${max}`;
  const count = minCount === maxCount ? `${minCount}` : `${minCount} to ${maxCount}`;
  switch (type) {
    case 'number': return `a number from ${range}`;
    case 'integer': return `a whole number from ${range}`;
    case 'optional_number': return `a number from ${range}, or null`;
    case 'choice': return choices.join(', ');
    case 'flag': return 'true or false';
    case 'integers': return `a list of ${count} whole numbers from ${range}`;
    case 'numbers': return `a list of ${count} numbers from ${range}`;
    case 'flags_by_layer': return 'true or false, or a list of them';
    case 'choices_by_layer': return minCount === 0 ? `a list of up to ${maxCount} of ${choices.join(', ')}` : `${choices.join(', ')}, or a list of them`;
  }
}

/** Options by group, both in the table's order. @param {Option[]} options */
export function byGroup(options) {
  /** @type {Map<string, Option[]>} */
  const groups = new Map();
  for (const option of options) groups.set(option.group, [...(groups.get(option.group) ?? []), option]);
  return groups;
}

/** Words in lines of at most `width` signs. @param {string} words @param {number} width */
function wrapped(words, width) {
  const lines = [''];
  for (const word of words.split(' ')) {
    const last = lines.length - 1;
    if (lines[last] === '') lines[last] = word;
    else if (lines[last].length + 1 + word.length > width) lines.push(word);
    else lines[last] += ` ${word}`;
  }
  return lines;
}

/** Two levels: the groups, and in each a name with what it does and may be. @param {Option[]} options */
export function optionHelp(options) {
  const margin = Math.max(...options.map(({ name }) => name.length)) + 4;
  const groups = [...byGroup(options)].map(([group, rows]) => {
    const texts = rows.map((option) => {
      const lines = [...wrapped(`${option.help}.`, 116 - margin), ...wrapped(`${mayBe(option)}; default ${JSON.stringify(option.default)}`, 116 - margin)];
      return lines.map((line, i) => `${(i === 0 ? `  ${option.name}` : '').padEnd(margin)}${line}`).join('\n');
    });
    return `${group}\n${texts.join('\n')}`;
  });
  return groups.join('\n\n');
}

/** The same as rows of Markdown. @param {Option[]} options */
export function optionMarkdown(options) {
  const groups = [...byGroup(options)].flatMap(([group, rows]) => [
    `| **${group}** | | | |`,
    ...rows.map((option) => `| \`${option.name}\` | ${mayBe(option)} | \`${JSON.stringify(option.default)}\` | ${option.help} |`),
  ]);
  return ['| option | may be | default | what it does |', '|---|---|---|---|', ...groups].join('\n');
}
