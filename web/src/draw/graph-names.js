// What nodes are called, and what they are made of: names from the text, letters for the others, operands by their names.

/** @import { GraphFrame } from '../types.js' */
import { oncePer } from './once.js';

/** @typedef {{ name: string, expression: string, key: string, identity: string }} Named key: unlike any other's, for paths; identity: the same in the next text, if the node is */

/** One a node. @type {(frame: Pick<GraphFrame, 'nodes' | 'source'>) => Named[]} */
export const namesOf = oncePer(nameAll);

/** @param {Pick<GraphFrame, 'nodes' | 'source'>} frame @returns {Named[]} */
function nameAll({ nodes, source }) {
  const taken = new Set(nodes.flatMap(({ names }) => names));
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => !taken.has(letter));
  let next = 0;
  const names = nodes.map(({ kind, names, span, id }) => {
    if (names.length > 0) return names[0];
    if (kind !== 'operation') return span ? source.slice(span.begin, span.end) : `n${id}`;
    return letters[next++] ?? `n${id}`;
  });
  /** @param {(id: number) => string} called */
  const unlike = (called) => {
    /** @type {Map<string, number>} */
    const counts = new Map();
    return nodes.map(({ id }) => {
      const word = called(id);
      const before = counts.get(word) ?? 0;
      counts.set(word, before + 1);
      return before ? `${word}@${before + 1}` : word;
    });
  };
  const keys = unlike((id) => names[id]);
  const identities = unlike((id) => (nodes[id].names.length || !span(nodes[id]) ? `=${names[id]}` : span(nodes[id])));
  /** @param {GraphFrame['nodes'][number]} node */
  function span({ span }) {
    return span ? source.slice(span.begin, span.end) : '';
  }
  return nodes.map(({ inputs, span }, id) => {
    const called = { name: names[id], key: keys[id], identity: identities[id] };
    if (!span) return { ...called, expression: '' };
    const inside = [...new Set(inputs)]
      .map((input) => ({ input, at: nodes[input].span }))
      .filter(({ at }) => at && at.begin >= span.begin && at.end <= span.end && at.end - at.begin < span.end - span.begin)
      .sort((a, b) => (b.at?.begin ?? 0) - (a.at?.begin ?? 0));
    let expression = source.slice(span.begin, span.end);
    for (const { input, at } of inside)
      if (at) expression = expression.slice(0, at.begin - span.begin) + names[input] + expression.slice(at.end - span.begin);
    return { ...called, expression: withoutBrackets(expression) };
  });
}

/** Without brackets around all of it. @param {string} text */
function withoutBrackets(text) {
  if (!/^\([^]*\)$/.test(text)) return text;
  let depth = 0;
  for (let i = 0; i < text.length - 1; i++) {
    depth += text[i] === '(' ? 1 : text[i] === ')' ? -1 : 0;
    if (depth === 0) return text;
  }
  return text.slice(1, -1).trim();
}
