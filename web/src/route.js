// Which page the address names: the graph page at #graph, the network lab at every other. Imported before the lab, so that it need not start.

/** @typedef {HTMLElement & { leave?: () => void, enter?: () => void }} Page one that waits, hidden, while the other is shown */

let network = '#';

/** Whether the address is the graph page's. */
export const atGraph = () => isGraph(location.hash);

/** As `textPart()` of graph/graph-link.js, which is loaded with that page. @param {string} hash */
const isGraph = (hash) => /^#(?:[^&=]*=[^&]*&)*?graph\b/.test(hash);

/** Where the lab was left. */
export function networkAddress() {
  return atGraph() ? network : location.hash || '#';
}

async function show() {
  const tag = atGraph() ? 'backprop-graph' : 'backprop-lab';
  /** @type {Page[]} */
  const pages = [...document.querySelectorAll(/** @type {'div'} */ ('backprop-lab, backprop-graph'))];
  const shown = pages.find(({ hidden }) => !hidden);
  if (shown?.localName === tag) return;
  document.title = `Backprop Playground: ${atGraph() ? 'the graph' : 'the network lab'}`;
  const wanted = pages.find(({ localName }) => localName === tag) ?? /** @type {Page} */ (document.createElement(tag));
  shown?.leave?.();
  if (shown?.leave) shown.hidden = true;
  else shown?.remove(); // not started: it has nothing to keep
  wanted.hidden = false;
  if (wanted.isConnected) wanted.enter?.();
  else document.body.prepend(wanted);
  if (atGraph()) await import('./elements/graph/page.js');
}

/** From now on the page follows the address; the page that goes pauses, and is found again as it was. */
export function followAddress() {
  addEventListener('hashchange', ({ oldURL }) => {
    const before = new URL(oldURL).hash;
    if (!isGraph(before)) network = before || '#';
    void show();
  });
}

if (atGraph()) void show();
