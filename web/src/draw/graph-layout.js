// Where the nodes of a graph stand: leaves on the left, the output on the right, operands in their order from top to bottom.

import { Graph, layout } from '@dagrejs/dagre';

/** @typedef {{ id: number, inputs: number[], width: number, height: number }} Box */
/** @typedef {{ x: number, y: number, width: number, height: number }} Place x and y of the top left corner */

/**
 * @param {Box[]} boxes operands before their operation @param {number} gap between columns
 * @returns {{ width: number, height: number, places: Place[], edges: { from: number, to: number, slot: number, points: { x: number, y: number }[] }[] }}
 */
export function layoutGraph(boxes, gap = 116) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ranksep: gap, nodesep: 32, edgesep: 20, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  /** @type {number[]} */
  const depth = [];
  for (const { id, inputs, width, height } of boxes) {
    depth[id] = inputs.length === 0 ? 0 : 1 + Math.max(...inputs.map((input) => depth[input]));
    graph.setNode(String(id), { width, height });
    inputs.forEach((input, slot) => graph.setEdge(String(input), String(id), { minlen: depth[id] - depth[input] }, String(slot)));
  }
  layout(graph, { constraints: orderOf(boxes, depth) });
  const places = boxes.map(({ id, width, height }) => {
    const { x, y } = graph.node(String(id));
    return { x: x - width / 2, y: y - height / 2, width, height };
  });
  const edges = graph.edges().map((edge) => ({
    from: Number(edge.v), to: Number(edge.w), slot: Number(edge.name), points: graph.edge(edge).points ?? [],
  }));
  const { width = 0, height = 0 } = graph.graph();
  return { width, height, places, edges };
}

/** Operands of one column in their order, as far as two operations do not want opposite ones. @param {Box[]} boxes @param {number[]} depth */
function orderOf(boxes, depth) {
  /** @type {Map<number, Set<number>>} */
  const below = new Map();
  /** @param {number} from @param {number} to @returns {boolean} */
  const reaches = (from, to) => from === to || [...(below.get(from) ?? [])].some((next) => reaches(next, to));
  /** @type {{ left: string, right: string }[]} */
  const constraints = [];
  for (const { inputs } of boxes) {
    for (let slot = 1; slot < inputs.length; slot++) {
      const [first, second] = [inputs[slot - 1], inputs[slot]];
      if (depth[first] !== depth[second] || reaches(second, first)) continue;
      below.set(first, (below.get(first) ?? new Set()).add(second));
      constraints.push({ left: String(first), right: String(second) });
    }
  }
  return constraints;
}
