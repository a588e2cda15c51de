// Where each number of the picture comes from: on the graph page by the names of its nodes, in a lesson by its path into the figure's answer.

/** @import { GraphFrame, Tensor } from '../../types.js' */
/** @import { Path } from '../../draw/graph-view.js' */

/**
 * @typedef {object} Keys undefined where there is no number yet
 * @property {(node: number, known: boolean) => string | undefined} value
 * @property {(node: number, gradient: Tensor | undefined) => string | undefined} gradient
 * @property {(path: Path, known: boolean) => string | undefined} contribution
 * @property {(path: Path) => string | undefined} local
 */
/** @typedef {(frame: GraphFrame, names: { key: string }[]) => Keys} KeysOf */

/** @type {KeysOf} */
export const namedKeys = ({ nodes }, names) => ({
  value: (node) => `value.${names[node].key}`,
  gradient: (node) => `gradient.${names[node].key}`,
  contribution: ({ consumer, slot, input }) => {
    const twice = nodes[consumer].inputs.filter((each) => each === input).length > 1;
    return `contribution.${names[consumer].key}.${names[input].key}${twice ? `.${slot}` : ''}`;
  },
  local: ({ consumer, slot, input }) => `local.${names[consumer].key}.${names[input].key}.${slot}`,
});

/** @type {KeysOf} */
export const pathKeys = ({ nodes, passes }) => {
  const ofArray = (/** @type {string} */ path, /** @type {ArrayLike<number> | undefined} */ data) => (data?.length === 1 ? `frame.${path}[0]` : `frame.${path}`);
  const edge = (/** @type {Path} */ { consumer, slot }, /** @type {'local' | 'contribution'} */ what) =>
    ofArray(`nodes[${consumer}].explanation.edges[${slot}].${what}`, nodes[consumer].explanation?.edges[slot]?.[what]);
  return {
    value: (node, known) => (known ? ofArray(`nodes[${node}].value.data`, nodes[node].value.data) : undefined),
    gradient: (node, gradient) => {
      const pass = passes.findIndex(({ gradients }) => gradients.some((each) => each.gradient === gradient));
      const at = passes[pass]?.gradients.findIndex((each) => each.gradient === gradient);
      return gradient && at !== undefined ? ofArray(`passes[${pass}].gradients[${at}].gradient.data`, gradient.data) : undefined;
    },
    contribution: (path, known) => (known ? edge(path, 'contribution') : undefined),
    local: (path) => edge(path, 'local'),
  };
};
