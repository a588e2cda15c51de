// What a linter says of a place in a lesson.

/** @typedef {{ line: number, column: number, message: string }} Finding counted from 1 */
/** @typedef {import('parse5').DefaultTreeAdapterTypes.Element} Element */
/** @typedef {import('parse5').DefaultTreeAdapterTypes.ChildNode} Node */
/** @typedef {import('parse5').DefaultTreeAdapterTypes.TextNode} TextNode */
/** @typedef {import('../src/figures/kind.js').Core} Core */

/** @param {Node} node @param {string} message @param {string} [attribute] where the mistake is in one @returns {Finding} */
export function finding(node, message, attribute) {
  const location = /** @type {any} */ (node.sourceCodeLocation);
  const { startLine = 1, startCol = 1 } = (attribute && location?.attrs?.[attribute]) || location || {};
  return { line: startLine, column: startCol, message };
}

/** @param {Element} element @param {string} name */
export const attributeOf = (element, name) => element.attrs.find((attribute) => attribute.name === name)?.value;

/** @param {Element} element */
export const attributesOf = (element) => Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));

/** @param {Node} node @returns {node is Element} */
export const isElement = (node) => 'tagName' in node;

/** @param {Node} node @returns {node is TextNode} */
export const isText = (node) => node.nodeName === '#text';

/** A node and everything in it, in the order of the file. @param {{ childNodes?: Node[] }} node @returns {Generator<Node>} */
export function* everything(node) {
  for (const child of node.childNodes ?? []) {
    yield child;
    if ('childNodes' in child) yield* everything(child);
  }
}

/** @param {{ childNodes?: Node[] }} node @returns {Element[]} */
export const elementsIn = (node) => [...everything(node)].filter(isElement);

/** @param {{ childNodes?: Node[] }} node */
export const textOf = (node) => [...everything(node)].filter(isText).map(({ value }) => value).join('').replace(/\s+/g, ' ').trim();
