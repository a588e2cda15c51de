// The snippets of the page Embed, one for each kind of page; the tests build pages of the very same.

/** Stands for the address of the site; the page puts its own there. */
export const SITE = 'https://example.org/backprop-playground';

const MODULE = `<script type="module" src="${SITE}/widgets/backprop-playground.js"></script>`;
const VALLEY = '<backprop-valley loss="(w - 3)**2 / 4 + 1" start="-1" rate="0.6" tangent></backprop-valley>';
const frame = (/** @type {string} */ more) => `<iframe src="${SITE}/embed/valley.html#start=-1&amp;rate=0.6&amp;tangent" title="A ball goes down a valley by gradient descent"
  width="100%" height="500" frameborder="0"${more}></iframe>`;

/**
 * @typedef {object} Snippet
 * @property {string} name
 * @property {string} where it goes
 * @property {string} code
 * @property {string} [note]
 */

/** @type {Record<string, Snippet>} */
export const snippets = {
  html: { name: 'Plain HTML', where: 'anywhere in the page', code: `${MODULE}\n\n${VALLEY}` },
  iframe: {
    name: 'A frame',
    where: 'anywhere in the page',
    code: `${frame(' loading="lazy" sandbox="allow-scripts"')}
<script>
  // The frame tells how high it is.
  addEventListener('message', ({ source, data }) => {
    if (data?.subject !== 'lti.frameResize') return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.height = data.height;
    }
  });
</script>`,
    note: 'The frame runs in a sandbox: it can read nothing of your page, and store nothing.',
  },
  mkdocs: { name: 'MkDocs', where: 'a page’s Markdown, such as docs/index.md', code: `${MODULE}\n\n${VALLEY}` },
  docusaurus: {
    name: 'Docusaurus',
    where: 'docusaurus.config.js, and a page’s MDX',
    code: `// docusaurus.config.js
scripts: [{ src: '${SITE}/widgets/backprop-playground.js', type: 'module' }],

{/* docs/page.mdx */}
<backprop-valley loss="(w - 3)**2 / 4 + 1" start="-1" rate="0.6" tangent="" theme="inherit" />`,
    note: 'With theme="inherit" the widget is light or dark as the page is.',
  },
  quarto: { name: 'Quarto', where: 'a page’s .qmd', code: `\`\`\`{=html}\n${MODULE}\n${VALLEY}\n\`\`\`` },
  myst: {
    name: 'MyST',
    where: 'a page’s Markdown',
    code: `\`\`\`{anywidget} ${SITE}/widgets/anywidget.js
{ "site": "${SITE}", "kind": "valley", "attributes": { "start": -1, "rate": 0.6, "tangent": true } }
\`\`\``,
    note: 'MyST copies the file to your site; site says where the rest of it is.',
  },
  jupyter: {
    name: 'Jupyter and marimo',
    where: 'a cell; the package anywidget must be there',
    code: `import anywidget, traitlets

class Backprop(anywidget.AnyWidget):
    _esm = "${SITE}/widgets/anywidget.js"
    site = traitlets.Unicode("${SITE}").tag(sync=True)
    kind = traitlets.Unicode("valley").tag(sync=True)
    attributes = traitlets.Dict({}).tag(sync=True)
    text = traitlets.Unicode("").tag(sync=True)
    state = traitlets.Dict({}).tag(sync=True)
    answer = traitlets.Dict({}).tag(sync=True)

valley = Backprop(attributes={"start": -1, "rate": 0.6, "tangent": True})
valley`,
    note: 'What a reader does comes back in valley.state, the answer to a question in its answer.',
  },
  moodle: { name: 'Moodle', where: 'the editor of a page or label, by Tools → Source code', code: frame(' loading="lazy"') },
  canvas: { name: 'Canvas', where: 'the editor of a page, by </> (HTML editor)', code: frame(' loading="lazy"'), note: 'Canvas listens to the height that the frame tells.' },
  wordpress: { name: 'WordPress', where: 'a block Custom HTML', code: frame(' loading="lazy"') },
};

/** A snippet for a site that lies elsewhere. @param {keyof typeof snippets} name @param {string} site */
export const snippetFor = (name, site) => snippets[name].code.replaceAll(SITE, site);
