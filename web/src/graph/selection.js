// Which node a place in the text means, and where the selected node is after an edit.

/** @import { GraphFrame } from '../types.js' */
/** @import { Edited, Place } from './draft.js' */

const WORD = /[\p{L}\p{M}\p{Nd}_₀-₉]/u;

/** The node that a character of the text belongs to: by its name, or the smallest piece of the text around it. @param {GraphFrame} frame @param {number} at */
export function nodeAt({ source, nodes }, at) {
  let [begin, end] = [at, at];
  if (WORD.test(source[at] ?? '')) while (begin > 0 && WORD.test(source[begin - 1])) begin--;
  while (end < source.length && WORD.test(source[end])) end++;
  const word = source.slice(begin, end);
  const named = word ? nodes.filter(({ names }) => names.includes(word)) : [];
  const meant = named.findLast(({ span }) => span && (span.end <= at || /^[^\S\n]*=[^=]/.test(source.slice(end, span.begin))));
  if (meant) return meant.id;
  const lineBegin = source.lastIndexOf('\n', at - 1) + 1;
  const comment = source.indexOf('#', lineBegin);
  if (comment >= 0 && comment < at) return undefined;
  let best;
  for (const node of nodes) {
    const { span } = node;
    if (span && span.begin <= at && at < span.end && (!best?.span || span.end - span.begin < best.span.end - best.span.begin)) best = node;
  }
  return best?.id;
}

/** The largest node in a piece of the text. @param {GraphFrame} frame @param {Place} place */
export function nodeWithin({ nodes }, { begin, end }) {
  const inside = nodes.filter(({ span }) => span && begin <= span.begin && span.end <= end);
  const size = (/** @type {GraphFrame['nodes'][number]} */ { span }) => (span ? span.end - span.begin : 0);
  return inside.sort((a, b) => size(b) - size(a))[0]?.id;
}

/**
 * Where a piece of the text is after it was changed at one place; nothing where it was cut into. @param {string} before @param {string} after @param {Place} place
 * @returns {Place | undefined}
 */
export function moved(before, after, { begin, end }) {
  const most = Math.min(before.length, after.length);
  let [first, last] = [0, 0];
  while (first < most && before[first] === after[first]) first++;
  while (last < most - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last++;
  const by = after.length - before.length;
  if (end <= first) return { begin, end };
  if (begin >= before.length - last) return { begin: begin + by, end: end + by };
  return begin <= first && end >= before.length - last ? { begin, end: end + by } : undefined;
}

/**
 * The node that was selected, in the graph after an edit; a new node is selected in its place.
 * @param {GraphFrame | undefined} before @param {GraphFrame} after @param {number | undefined} selected @param {Edited} [edited] in the picture
 */
export function follow(before, after, selected, edited) {
  if (edited?.adds) return nodeWithin(after, edited.selection);
  if (selected === undefined || !before?.nodes[selected]) return undefined;
  if (edited?.stroke && before.nodes.length === after.nodes.length) return selected; // a number changed, and nothing else
  const { span, names } = before.nodes[selected];
  const place = edited?.places[selected] ?? (edited || !span ? undefined : moved(before.source, after.source, span));
  const found = place && after.nodes.find((node) => node.span?.begin === place.begin && node.span.end === place.end);
  return (found ?? (edited && span ? undefined : after.nodes.find((node) => node.names[0] !== undefined && node.names[0] === names[0])))?.id;
}
