// What nodes are called, and what they are made of: names from the text, letters for the others, operands by their names.

/** @import { GraphFrame } from '../types.js' */

/** @param {Pick<GraphFrame, 'nodes' | 'source'>} frame @returns {{ name: string, expression: string }[]} one a node */
export function namesOf({ nodes, source }) {
  const taken = new Set(nodes.flatMap(({ names }) => names));
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => !taken.has(letter));
  let next = 0;
  const names = nodes.map(({ kind, names, span, id }) => {
    if (names.length > 0) return names[0];
    if (kind !== 'operation') return span ? source.slice(span.begin, span.end) : `n${id}`;
    return letters[next++] ?? `n${id}`;
  });
  return nodes.map(({ inputs, span }, id) => {
    if (!span) return { name: names[id], expression: '' };
    const inside = [...new Set(inputs)]
      .map((input) => ({ input, at: nodes[input].span }))
      .filter(({ at }) => at && at.begin >= span.begin && at.end <= span.end && at.end - at.begin < span.end - span.begin)
      .sort((a, b) => (b.at?.begin ?? 0) - (a.at?.begin ?? 0));
    let expression = source.slice(span.begin, span.end);
    for (const { input, at } of inside)
      if (at) expression = expression.slice(0, at.begin - span.begin) + names[input] + expression.slice(at.end - span.begin);
    return { name: names[id], expression };
  });
}
