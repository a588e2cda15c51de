// Which page the address names: the graph page at #graph, the network lab at every other. Imported before the lab, so that it need not start.

let network = '#';

const atGraph = () => /^#graph\b/.test(location.hash);

/** Where the lab was left. */
export function networkAddress() {
  return atGraph() ? network : location.hash || '#';
}

async function show() {
  const tag = atGraph() ? 'backprop-graph' : 'backprop-lab';
  const shown = document.querySelector('backprop-lab, backprop-graph');
  if (shown?.localName === tag) return;
  document.title = `Backprop Playground: ${atGraph() ? 'the graph' : 'the network lab'}`;
  shown?.replaceWith(document.createElement(tag));
  if (atGraph()) await import('./elements/graph/page.js');
}

/** From now on the page follows the address; the page that goes ends its worker. */
export function followAddress() {
  addEventListener('hashchange', ({ oldURL }) => {
    const before = new URL(oldURL).hash;
    if (!/^#graph\b/.test(before)) network = before || '#';
    void show();
  });
}

if (atGraph()) void show();
