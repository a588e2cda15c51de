// The order of nodes in their columns, so that few edges cross: after Sugiyama, with barycenters in sweeps, then exchanges of neighbours.

/** @import { Box } from './graph-layout.js' */
/** @typedef {{ from: number, to: number, slot: number, near: boolean, loose: boolean, span: number }} Line an edge before it is placed; loose ones pass over columns */
/**
 * @typedef {object} Element of a column: a node, what stands before an operand's port (a label, or a constant), or an edge that passes
 * @property {'box' | 'before' | 'pass'} kind
 * @property {number} box the node or near constant; -1 for others
 * @property {number} line the edge; -1 for nodes
 * @property {Element[]} next in the column to the right
 * @property {Element | undefined} back in the column to the left
 * @property {Element[]} ins of a node: what stands before its ports, in their order
 * @property {number} at its place in the column
 */

/** @param {'box' | 'before' | 'pass'} kind @param {number} box @param {number} line @returns {Element} */
const makeElement = (kind, box, line) => ({ kind, box, line, next: [], back: undefined, ins: [], at: 0 });

/**
 * Columns from left to right: those of odd index hold nodes and what passes them, those of even index what stands before the nodes to their right.
 * @param {Box[]} boxes @param {number[]} ranks @param {Line[]} lines @returns {Element[][]}
 */
export function orderColumns(boxes, ranks, lines) {
  const columns = firstOrder(boxes, ranks, lines);
  let best = columns.map((column) => [...column]);
  let fewest = settle(columns);
  const rounds = boxes.length > 400 ? 2 : 8;
  for (let round = 0; round < rounds && fewest > 0; round++) {
    if (round % 2) sweepRight(columns);
    else sweepLeft(columns);
    const crossings = settle(columns);
    if (crossings >= fewest) continue;
    fewest = crossings;
    best = columns.map((column) => [...column]);
  }
  best.forEach((column, i) => (columns[i] = column));
  fewest = settle(columns);
  if (fewest > 0 && boxes.length <= 120) exchange(columns);
  return columns;
}

/** As one meets the nodes when walking from the output through the operands in their order: a tree comes out without crossings. @param {Box[]} boxes @param {number[]} ranks @param {Line[]} lines */
function firstOrder(boxes, ranks, lines) {
  const last = Math.max(...ranks);
  /** @type {Element[][]} */
  const columns = Array.from({ length: 2 * last + 2 }, () => []);
  const into = boxes.map(() => /** @type {number[]} */ ([]));
  lines.forEach(({ to }, line) => into[to].push(line));
  const nodes = boxes.map(({ id, near }) => makeElement(near ? 'before' : 'box', id, -1));
  const seen = new Set();
  /** @param {number} id */
  const visit = (id) => {
    if (seen.has(id)) return;
    seen.add(id);
    const node = nodes[id];
    for (const line of into[id]) {
      const { from, near, loose } = lines[line];
      if (!near) visit(from);
      const before = near ? nodes[from] : makeElement('before', -1, line);
      before.line = line;
      before.next = [node];
      node.ins.push(before);
      let right = before;
      if (near) continue;
      for (let rank = ranks[id] - 1; !loose && rank > ranks[from]; rank--) {
        for (const column of [2 * rank + 1, 2 * rank]) {
          const pass = makeElement('pass', -1, line);
          join(pass, right);
          if (column % 2) columns[column].push(pass);
          right = pass;
        }
      }
      if (!loose) join(nodes[from], right);
    }
    columns[2 * ranks[id] + 1].push(node);
  };
  for (let id = boxes.length - 1; id >= 0; id--) if (!boxes[id].near) visit(id);
  return columns;
}

/** @param {Element} left @param {Element} right */
function join(left, right) {
  left.next.push(right);
  right.back = left;
}

/** Puts what stands before the nodes in the order of their ports, and counts the crossings. @param {Element[][]} columns */
function settle(columns) {
  let crossings = 0;
  for (let i = columns.length - 1; i >= 1; i -= 2) {
    number(columns[i]);
    columns[i - 1] = beforeOf(columns[i]);
    number(columns[i - 1]);
  }
  for (let i = 2; i < columns.length; i += 2) crossings += crossingsOf(columns[i]);
  return crossings;
}

/** @param {Element[]} column */
const beforeOf = (column) => column.flatMap((element) => (element.kind === 'box' ? element.ins : element.back ? [element.back] : []));

/** @param {Element[]} column */
function number(column) {
  column.forEach((element, at) => (element.at = at));
}

/** How many pairs come from the left in the other order. @param {Element[]} column */
function crossingsOf(column) {
  const lefts = column.filter(({ back }) => back).map(({ back }) => /** @type {Element} */ (back).at);
  return inversions(lefts);
}

/** By merging halves. @param {number[]} list @returns {number} */
function inversions(list) {
  if (list.length < 2) return 0;
  const middle = list.length >> 1;
  const [a, b] = [list.slice(0, middle), list.slice(middle)];
  let count = inversions(a) + inversions(b);
  for (let i = 0, j = 0, k = 0; k < list.length; k++) {
    if (j >= b.length || (i < a.length && a[i] <= b[j])) list[k] = a[i++];
    else {
      count += a.length - i;
      list[k] = b[j++];
    }
  }
  return count;
}

/** @param {Element[]} column @param {(element: Element) => number[]} wanted */
function sortBy(column, wanted) {
  const means = new Map(column.map((element) => {
    const places = wanted(element);
    return [element, places.length ? places.reduce((sum, place) => sum + place, 0) / places.length : undefined];
  }));
  // What nothing pulls keeps its place among the others.
  const pulled = column.filter((element) => means.get(element) !== undefined).sort((a, b) => Number(means.get(a)) - Number(means.get(b)));
  column.forEach((element, i) => {
    if (means.get(element) !== undefined) column[i] = /** @type {Element} */ (pulled.shift());
  });
}

/** @param {Element[][]} columns */
function sweepLeft(columns) {
  for (let i = columns.length - 1; i >= 1; i -= 2) {
    if (i + 1 < columns.length) sortBy(columns[i], ({ next }) => next.map(({ at }) => at));
    number(columns[i]);
    columns[i - 1] = beforeOf(columns[i]);
    number(columns[i - 1]);
  }
}

/** @param {Element[][]} columns */
function sweepRight(columns) {
  for (let i = 3; i < columns.length; i += 2) {
    sortBy(columns[i], ({ kind, ins, back }) => (kind === 'box' ? ins.flatMap((each) => (each.back ? [each.back.at] : [])) : back?.back ? [back.back.at] : []));
    number(columns[i]);
  }
}

/** Neighbours change places where that leaves fewer crossings. @param {Element[][]} columns */
function exchange(columns) {
  /** @param {number} i */
  const around = (i) => {
    number(columns[i]);
    columns[i - 1] = beforeOf(columns[i]);
    number(columns[i - 1]);
    return crossingsOf(columns[i - 1]) + (i + 1 < columns.length ? crossingsOf(columns[i + 1]) : 0);
  };
  for (let round = 0; round < 4; round++) {
    let changed = false;
    for (let i = 1; i < columns.length; i += 2) {
      for (let k = 0; k + 1 < columns[i].length; k++) {
        const before = around(i);
        if (before === 0) break;
        const [a, b] = [columns[i][k], columns[i][k + 1]];
        [columns[i][k], columns[i][k + 1]] = [b, a];
        if (around(i) < before) changed = true;
        else [columns[i][k], columns[i][k + 1]] = [a, b];
      }
      around(i);
    }
    if (!changed) return;
  }
}
