// From ordered columns to places: every element as near to its neighbours' ports as the order lets it, then the edges' paths.

/** @import { Box, Edge, Layout, Place } from './graph-layout.js' */
/** @import { Element, Line } from './graph-order.js' */
import { round } from './scale.js';

const MARGIN = 6;
const PASS = 8;
/** Rounds of pulling each element to its neighbours, the last ones from both sides: of many nodes, and of few. */
const SWEEPS = { many: 8, few: 20 };
/** Less than so many px is no move. */
const STILL = 0.3;
/** Room below an element, before the next: of what is small, and of nodes, which are not crowded where there are few. */
const ROOM = { before: 8, pass: 10 };
const roomOf = (/** @type {number} */ count) => ({ ...ROOM, box: count <= 12 ? 56 : count <= 30 ? 36 : 26 });

/** @param {Box[]} boxes @param {Element[][]} columns @param {Line[]} lines @returns {Layout} */
export function placeColumns(boxes, columns, lines) {
  const sizes = sizesOf(boxes, lines);
  const uses = usesOf(boxes, columns, lines);
  /** @type {number[]} where each line leaves its node, from its top */
  const ports = [];
  uses.forEach((list, id) => list.forEach((line, use) => (ports[line] = boxes[id].port?.(use, list.length) ?? boxes[id].height / 2)));
  /** Where an edge leaves an element, from its top. @param {Element} element @param {Element} right */
  const outAt = (element, right) => (element.kind === 'box' ? ports[right.line] : sizes(element).at);
  /** Where an edge arrives. @param {Element} element @param {Element} left */
  const inAt = (element, left) => (element.kind === 'box' ? inPort(boxes[element.box], lines[left.line].slot, boxes) : sizes(element).at);
  const tops = topsOf(columns, sizes, outAt, inAt, roomOf(boxes.length));
  const { lefts, widths, width } = acrossOf(columns, sizes, tops, outAt, inAt);

  /** @type {Place[]} */
  const places = [];
  /** @type {(Place | undefined)[]} */
  const labels = [];
  /** @type {number[]} where the column of each node ends */
  const rights = [];
  columns.forEach((column, i) => column.forEach((element) => {
    const { width, height } = sizes(element);
    const place = { x: i % 2 ? lefts[i] : lefts[i] + widths[i] - width, y: Number(tops.get(element)), width, height };
    rights[element.box] = lefts[i] + widths[i];
    if (element.box >= 0) places[element.box] = place;
    else if (element.kind === 'before') labels[element.line] = place;
  }));
  const ways = waysOf(columns, lines, lefts, widths, tops, sizes);
  const edges = lines.map((line, i) => edgeOf(line, places, ports[i], inPort(boxes[line.to], line.slot, boxes), rights[line.from], ways[i], labels[i]));
  const bottom = Math.max(...[...places, ...labels].map((place) => (place ? place.y + place.height : 0)));
  return { width: width + MARGIN, height: bottom + MARGIN, places, uses: uses.map((list) => list.map((line) => ({ to: lines[line].to, slot: lines[line].slot }))), edges };
}

/** At which height of a node an operand arrives; one beside a constant in the middle, so that chains are level. @param {Box} box @param {number} slot @param {Box[]} boxes */
export function inPort({ height, inputs }, slot, boxes) {
  if (inputs.length !== 2 || boxes[inputs[0]].near === boxes[inputs[1]].near) return (height * (slot + 1)) / (inputs.length + 1);
  return height * (boxes[inputs[slot]].near ? 0.2 + 0.6 * slot : 0.5);
}

/** @param {Box[]} boxes @param {Line[]} lines @returns {(element: Element) => { width: number, height: number, at: number, text?: number }} */
function sizesOf(boxes, lines) {
  const none = { width: 0, height: PASS, at: PASS / 2 };
  const ofBoxes = boxes.map(({ width, height }) => ({ width, height, at: height / 2 }));
  return ({ kind, box, line }) => {
    if (box >= 0) return ofBoxes[box];
    if (kind === 'pass') return none;
    return boxes[lines[line].to].labels?.[lines[line].slot] ?? none;
  };
}

/** @param {Element} element */
const isNear = ({ kind, box }) => kind === 'before' && box >= 0;

/** Each node's uses as they stand to its right, from top to bottom: its lines. @param {Box[]} boxes @param {Element[][]} columns @param {Line[]} lines */
function usesOf(boxes, columns, lines) {
  const uses = boxes.map(() => /** @type {number[]} */ ([]));
  for (const column of columns) {
    for (const { kind, box, next } of column) {
      if (kind !== 'box') continue;
      uses[box] = [...next].sort((a, b) => a.at - b.at).map(({ line }) => line);
    }
  }
  lines.forEach(({ from, near, loose }, line) => (near || loose ? uses[from].push(line) : undefined));
  return uses;
}

/**
 * @param {Element[][]} columns @param {ReturnType<typeof sizesOf>} sizes
 * @param {(element: Element, right: Element) => number} outAt @param {(element: Element, left: Element) => number} inAt @param {ReturnType<typeof roomOf>} room
 */
function topsOf(columns, sizes, outAt, inAt, room) {
  /** @type {Map<Element, number>} */
  const tops = new Map();
  /** @param {Element} element */
  const top = (element) => Number(tops.get(element));
  /** @param {Element} element @returns {Element[]} */
  const leftOf = ({ kind, ins, back }) => (kind === 'box' ? ins : back ? [back] : []);
  /** @param {Element} a @param {Element} b passing edges are kept straight first, constants make way */
  const weight = (a, b) => (isNear(a) || isNear(b) ? 0.001 : a.kind === 'box' || b.kind === 'box' ? 1 : 4);
  for (const column of columns) spread(column, column.map(() => 0), column.map(() => 1), tops, sizes, room);
  const sweeps = tops.size > 1000 ? SWEEPS.many : SWEEPS.few;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const both = sweep >= sweeps / 2;
    const toLeft = sweep % 2 === 0;
    let moved = 0;
    const order = toLeft ? [...columns].reverse() : columns;
    for (const column of order) {
      /** @type {number[]} */
      const weights = [];
      const wanted = column.map((element, i) => {
        let [sum, all] = [0, 0];
        /** @param {number} place @param {number} w */
        const pull = (place, w) => {
          sum += w * place;
          all += w;
        };
        if (toLeft || both) for (const right of element.next) pull(top(right) + inAt(right, element) - outAt(element, right), weight(element, right));
        if (!toLeft || both) for (const left of leftOf(element)) pull(top(left) + outAt(left, element) - inAt(element, left), weight(element, left));
        weights[i] = all || 0.001;
        return all ? sum / all : top(element);
      });
      moved = Math.max(moved, spread(column, wanted, weights, tops, sizes, room));
    }
    if (both && moved < STILL) break;
  }
  straighten(columns, tops, sizes, room);
  let least = Infinity;
  for (const y of tops.values()) least = Math.min(least, y);
  for (const [element, y] of tops) tops.set(element, y - least + MARGIN);
  return tops;
}

/**
 * An edge that passes columns is level all the way, where its neighbours leave room.
 * @param {Element[][]} columns @param {Map<Element, number>} tops @param {ReturnType<typeof sizesOf>} sizes @param {ReturnType<typeof roomOf>} room
 */
function straighten(columns, tops, sizes, room) {
  /** @type {Map<number, { element: Element, low: number, high: number, y: number }[]>} the height of the edge in each element, and between which it may be */
  const ways = new Map();
  for (const column of columns) {
    column.forEach((element, i) => {
      if (element.line < 0 || element.box >= 0) return;
      const { height, at } = sizes(element);
      const y = Number(tops.get(element)) + at;
      const [above, below] = [column[i - 1], column[i + 1]];
      const low = above ? Number(tops.get(above)) + sizes(above).height + (room[above.kind] + room[element.kind]) / 2 + at : -Infinity;
      const high = below ? Number(tops.get(below)) - height - (room[below.kind] + room[element.kind]) / 2 + at : Infinity;
      ways.set(element.line, [...(ways.get(element.line) ?? []), { element, low, high, y }]);
    });
  }
  for (const way of ways.values()) {
    if (way.length < 2) continue;
    const [low, high] = [Math.max(...way.map((each) => each.low)), Math.min(...way.map((each) => each.high))];
    if (low > high + STILL) continue;
    const y = Math.max(Math.min(way.reduce((sum, each) => sum + each.y, 0) / way.length, high), low);
    for (const { element } of way) tops.set(element, y - sizes(element).at);
  }
}

/**
 * The places nearest to those wanted, by weighted squares, in the given order and without overlap: pooled neighbours share their mean.
 * @param {Element[]} column @param {number[]} wanted @param {number[]} weights @param {Map<Element, number>} tops @param {ReturnType<typeof sizesOf>} sizes
 * @param {ReturnType<typeof roomOf>} room @returns {number} how far one moved at most
 */
function spread(column, wanted, weights, tops, sizes, room) {
  /** @type {{ sum: number, weight: number, count: number }[]} */
  const pools = [];
  /** @type {number[]} */
  const offsets = [];
  column.forEach((element, i) => {
    offsets[i] = i === 0 ? 0 : offsets[i - 1] + sizes(column[i - 1]).height + (room[column[i - 1].kind] + room[element.kind]) / 2;
    let pool = { sum: weights[i] * (wanted[i] - offsets[i]), weight: weights[i], count: 1 };
    for (let above = pools.at(-1); above && above.sum / above.weight > pool.sum / pool.weight; above = pools.at(-1)) {
      pools.pop();
      pool = { sum: pool.sum + above.sum, weight: pool.weight + above.weight, count: pool.count + above.count };
    }
    pools.push(pool);
  });
  let [i, moved] = [0, 0];
  for (const { sum, weight, count } of pools) {
    for (let k = 0; k < count; k++, i++) {
      const y = sum / weight + offsets[i];
      moved = Math.max(moved, Math.abs(y - (tops.get(column[i]) ?? y)));
      tops.set(column[i], y);
    }
  }
  return moved;
}

/**
 * Columns side by side, further apart where edges climb.
 * @param {Element[][]} columns @param {ReturnType<typeof sizesOf>} sizes @param {Map<Element, number>} tops
 * @param {(element: Element, right: Element) => number} outAt @param {(element: Element, left: Element) => number} inAt
 */
function acrossOf(columns, sizes, tops, outAt, inAt) {
  const widths = columns.map((column) => Math.max(0, ...column.map((element) => sizes(element).width)));
  /** @type {number[]} */
  const lefts = [];
  let x = MARGIN;
  columns.forEach((column, i) => {
    lefts[i] = x;
    const climb = Math.max(0, ...column.flatMap((element) => element.next.map((right) => Math.abs(Number(tops.get(element)) + outAt(element, right) - Number(tops.get(right)) - inAt(right, element)))));
    const gap = i % 2 ? Math.min(Math.max(20 + climb / 4, 30), 84) : Math.min(Math.max(12 + climb / 3, 18), 44);
    x += widths[i] + (column.length && i < columns.length - 1 ? gap : 0);
  });
  return { lefts, widths, width: x };
}

/**
 * The level pieces of each edge, from left to right: through its label and the columns that it passes.
 * @param {Element[][]} columns @param {Line[]} lines @param {number[]} lefts @param {number[]} widths @param {Map<Element, number>} tops @param {ReturnType<typeof sizesOf>} sizes
 */
function waysOf(columns, lines, lefts, widths, tops, sizes) {
  const ways = lines.map(() => /** @type {{ x0: number, x1: number, y: number }[]} */ ([]));
  columns.forEach((column, i) => column.forEach((element) => {
    if (element.line < 0 || element.box >= 0) return;
    const { at, width, text } = sizes(element);
    const right = lefts[i] + widths[i];
    const inset = element.kind === 'before' ? (width - (text ?? width)) / 2 : 0;
    ways[element.line].push({ x0: element.kind === 'before' ? right - width + inset : lefts[i], x1: right - inset, y: Number(tops.get(element)) + at });
  }));
  return ways;
}

/** @param {Line} line @param {Place[]} places @param {number} out @param {number} into @param {number} right where its column ends, up to which the edge is level @param {{ x0: number, x1: number, y: number }[]} way @param {Place | undefined} label @returns {Edge} */
function edgeOf({ from, to, slot, near }, places, out, into, right, way, label) {
  const [a, b] = [places[from], places[to]];
  const start = { x: a.x + a.width, y: a.y + (near ? a.height / 2 : out || a.height / 2) };
  const end = { x: b.x, y: b.y + into };
  const first = { x: right, y: start.y };
  const points = right > start.x ? [start, first] : [start];
  let path = `M${round(start.x)} ${round(start.y)}H${round(right)}`;
  let at = first;
  for (const { x0, x1, y } of [...way, { x0: end.x, x1: end.x, y: end.y }]) {
    const middle = round((at.x + x0) / 2);
    path += `C${middle} ${round(at.y)} ${middle} ${round(y)} ${round(x0)} ${round(y)}${x1 > x0 ? `H${round(x1)}` : ''}`;
    points.push({ x: x0, y }, ...(x1 > x0 ? [{ x: x1, y }] : []));
    at = { x: x1, y };
  }
  return { from, to, slot, path, points, label };
}
