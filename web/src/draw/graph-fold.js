// Which nodes fold into one: what makes up a named value (a neuron), and named values of a common stem (a layer). Only what leaves no circle.

/** @import { GraphFrame } from '../types.js' */
/** @import { Named } from './graph-names.js' */

/**
 * @typedef {object} Group
 * @property {'neuron' | 'layer'} kind
 * @property {string} key
 * @property {string} name
 * @property {number} root the node whose value it shows
 * @property {number[]} shown the named nodes in it
 * @property {number[]} members all nodes, the root among them
 */
/** @typedef {{ neurons: Group[], layers: Group[] }} Folds every group that there can be */

/** So many nodes are drawn one by one. */
export const MOST_UNFOLDED = 60;

/** @param {GraphFrame} frame @param {Named[]} names @returns {Folds} */
export function foldsOf({ nodes, output }, names) {
  const cones = conesOf(nodes, output);
  const neurons = cones
    .filter(({ members }) => members.filter((id) => nodes[id].kind === 'operation').length > 1)
    .map(({ root, members }) => ({ kind: /** @type {const} */ ('neuron'), key: `neuron ${names[root].identity}`, name: names[root].name, root, shown: [root], members }));
  return { neurons, layers: layersOf(nodes, names, cones) };
}

/** Each named or output node with the unnamed ones that only it uses. @param {GraphFrame['nodes']} nodes @param {number} output */
function conesOf(nodes, output) {
  /** @type {number[]} */
  const owner = [];
  /** @type {Map<number, number[]>} */
  const members = new Map();
  const users = nodes.map(() => /** @type {number[]} */ ([]));
  for (const { id, inputs } of nodes) for (const input of inputs) users[input].push(id);
  for (let id = nodes.length - 1; id >= 0; id--) {
    const above = new Set(users[id].map((user) => owner[user]));
    const isOwn = nodes[id].names.length > 0 || nodes[id].kind === 'parameter' || id === output || above.size !== 1;
    owner[id] = isOwn ? id : [...above][0];
    if (isOwn) members.set(id, []);
    members.get(owner[id])?.push(id);
  }
  return [...members].map(([root, list]) => ({ root, members: list.reverse() }));
}

/** @param {GraphFrame['nodes']} nodes @param {Named[]} names @param {{ root: number, members: number[] }[]} cones @returns {Group[]} */
function layersOf(nodes, names, cones) {
  const depth = depthsOf(nodes, cones);
  /** @type {Map<string, typeof cones>} */
  const stems = new Map();
  for (const cone of cones) {
    const stem = nodes[cone.root].names.length ? /^(.*?\D)_?\d+(_?\d+)*$/u.exec(names[cone.root].name)?.[1] : undefined;
    if (stem) stems.set(stem, [...(stems.get(stem) ?? []), cone]);
  }
  /** @type {(typeof cones)[]} */
  const layers = [];
  for (const list of stems.values()) {
    const levels = [...new Set(list.map(({ root }) => depth[root]))].map((level) => list.filter(({ root }) => depth[root] === level));
    const isChain = levels.every(({ length }) => length === 1);
    const tried = isChain || nodes[list[0].root].kind !== 'operation' ? [list] : levels;
    for (const layer of tried) if (layer.length > 1 && isAcyclic(nodes, cones, [...layers, layer])) layers.push(layer);
  }
  return layers.map((layer) => {
    const shown = layer.map(({ root }) => root).sort((a, b) => a - b);
    const name = `${names[shown[0]].name}…${names[/** @type {number} */ (shown.at(-1))].name}`;
    return { kind: 'layer', key: `layer ${name}`, name, root: /** @type {number} */ (shown.at(-1)), shown, members: layer.flatMap(({ members }) => members).sort((a, b) => a - b) };
  });
}

/** How many cones lie before each, at most. @param {GraphFrame['nodes']} nodes @param {{ root: number, members: number[] }[]} cones by root */
function depthsOf(nodes, cones) {
  const owner = ownersOf(cones);
  /** @type {number[]} */
  const depth = [];
  for (const { root, members } of [...cones].sort((a, b) => a.root - b.root)) {
    const before = members.flatMap((id) => nodes[id].inputs).filter((input) => owner[input] !== root);
    depth[root] = Math.max(-1, ...before.filter((input) => nodes[input].kind === 'operation').map((input) => depth[owner[input]] ?? 0)) + 1;
  }
  return depth;
}

/** @param {{ root: number, members: number[] }[]} cones */
function ownersOf(cones) {
  /** @type {number[]} */
  const owner = [];
  for (const { root, members } of cones) for (const id of members) owner[id] = root;
  return owner;
}

/** @param {GraphFrame['nodes']} nodes @param {{ root: number, members: number[] }[]} cones @param {{ root: number }[][]} layers */
function isAcyclic(nodes, cones, layers) {
  const owner = ownersOf(cones);
  /** @type {Map<number, number>} */
  const merged = new Map(layers.flatMap((layer) => layer.map(({ root }) => [root, layer[0].root])));
  const groupOf = (/** @type {number} */ id) => merged.get(owner[id]) ?? owner[id];
  /** @type {Map<number, Set<number>>} */
  const before = new Map();
  for (const { id, inputs } of nodes) {
    const group = groupOf(id);
    const set = before.get(group) ?? new Set();
    for (const input of inputs) if (groupOf(input) !== group) set.add(groupOf(input));
    before.set(group, set);
  }
  /** @type {Set<number>} */
  const open = new Set();
  /** @type {Set<number>} */
  const done = new Set();
  /** @param {number} group @returns {boolean} whether nothing before it depends on it */
  const isFree = (group) => {
    if (done.has(group)) return true;
    if (open.has(group)) return false;
    open.add(group);
    for (const each of before.get(group) ?? []) if (!isFree(each)) return false;
    done.add(group);
    return true;
  };
  return [...before.keys()].every(isFree);
}

/**
 * The groups that are folded. Without a word of the reader a large graph folds its neurons, and its layers too if those are many.
 * @param {number} size how many nodes there are @param {Folds} folds @param {'auto' | 'all' | 'none'} mode @param {ReadonlySet<string>} turned keys of groups that are the other way round
 */
export function foldedOf(size, { neurons, layers }, mode, turned) {
  const hidden = neurons.reduce((sum, { members }) => sum + members.length - 1, 0);
  const many = size > MOST_UNFOLDED;
  const byLayer = mode === 'all' || (mode === 'auto' && many && size - hidden > MOST_UNFOLDED);
  const byNeuron = mode === 'all' || (mode === 'auto' && many);
  const isFolded = (/** @type {{ key: string }} */ { key }, /** @type {boolean} */ usual) => usual !== turned.has(key);
  const taken = layers.filter((layer) => isFolded(layer, byLayer));
  const inside = new Set(taken.flatMap(({ members }) => members));
  return [...taken, ...neurons.filter((neuron) => !inside.has(neuron.root) && isFolded(neuron, byNeuron))];
}
