// What of a graph is drawn: its nodes, or the groups that they are folded into, and the links between those.

/** @import { GraphFrame } from '../types.js' */
/** @import { Group } from './graph-fold.js' */
/** @import { Named } from './graph-names.js' */

/** @typedef {{ consumer: number, slot: number, input: number }} Path from a node to the slot of another that uses it */
/** @typedef {{ from: number, to: number, slot: number, paths: Path[] }} Link between items; slot counts the links into an item */
/**
 * @typedef {object} Item what is drawn as one
 * @property {number} id its index
 * @property {number} node the one that it shows; of a layer the last
 * @property {number[]} members all nodes in it
 * @property {number[]} shown of a layer the nodes that it lists, else its node
 * @property {'parameter' | 'constant' | 'operation' | 'neuron' | 'layer'} kind
 * @property {string} name
 * @property {string} key the same in the next text, if the item is
 * @property {boolean} near a constant with a single use, which stands close to it
 * @property {Link[]} inputs
 * @property {Link[]} uses
 */
/** @typedef {{ items: Item[], itemOf: number[], links: Link[] }} View itemOf: where each node is */

/** @param {GraphFrame} frame @param {Named[]} names @param {Group[]} groups folded ones, which share no node @returns {View} */
export function viewOf({ nodes }, names, groups) {
  /** @type {Map<number, Group>} */
  const groupOf = new Map(groups.flatMap((group) => group.members.map((member) => [member, group])));
  /** @type {Map<Group, Item>} */
  const made = new Map();
  /** @type {Item[]} */
  const items = [];
  for (const { id, kind } of nodes) {
    const group = groupOf.get(id);
    const known = group && made.get(group);
    if (known) continue;
    const common = { id: -1, near: false, inputs: [], uses: [] };
    /** @type {Item} */
    const item = group
      ? { ...common, node: group.root, members: group.members, shown: group.shown, kind: group.kind, name: group.name, key: group.key }
      : { ...common, node: id, members: [id], shown: [id], kind: /** @type {Item['kind']} */ (kind), name: names[id].name, key: names[id].identity };
    if (group) made.set(group, item);
    items.push(item);
  }
  return linked(nodes, sortedByUse(nodes, items));
}

/** Items after those that they use; nodes alone are so already. @param {GraphFrame['nodes']} nodes @param {Item[]} items */
function sortedByUse(nodes, items) {
  /** @type {Item[]} */
  const owner = [];
  for (const item of items) for (const member of item.members) owner[member] = item;
  /** @type {Set<Item>} */
  const done = new Set();
  /** @param {Item} item */
  const visit = (item) => {
    if (done.has(item)) return;
    for (const member of item.members) for (const input of nodes[member].inputs) if (owner[input] !== item) visit(owner[input]);
    done.add(item);
  };
  for (const item of items) visit(item);
  return [...done];
}

/** @param {GraphFrame['nodes']} nodes @param {Item[]} items @returns {View} */
function linked(nodes, items) {
  /** @type {number[]} */
  const itemOf = [];
  items.forEach((item, id) => {
    item.id = id;
    for (const member of item.members) itemOf[member] = id;
  });
  /** @type {Link[]} */
  const links = [];
  for (const item of items) {
    const isGroup = item.members.length > 1;
    for (const consumer of item.members) {
      nodes[consumer].inputs.forEach((input, slot) => {
        const from = itemOf[input];
        if (from === item.id) return;
        const path = { consumer, slot, input };
        const same = isGroup ? item.inputs.find((link) => link.from === from) : undefined;
        if (same) return same.paths.push(path);
        const link = { from, to: item.id, slot: item.inputs.length, paths: [path] };
        item.inputs.push(link);
        items[from].uses.push(link);
        links.push(link);
      });
    }
  }
  for (const item of items) item.near = item.kind === 'constant' && item.uses.length === 1 && nodes[item.node].shape.length === 0;
  return { items, itemOf, links };
}
