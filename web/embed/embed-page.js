// Entry of the page Embed: loads the widgets as another's page would, fills in the site's address, copies snippets, and makes one of what is chosen.

import '../src/course/frame.js';
import { SITE } from './snippets.js';

const site = new URL('..', location.href).href.replace(/\/$/, '');
/** @type {{ widgets: string[] }} */
const { widgets } = await import(/* @vite-ignore */ `${site}/widgets/backprop-playground.js`);

for (const code of document.querySelectorAll('.snippet code')) code.textContent = (code.textContent ?? '').replaceAll(SITE, site);

document.addEventListener('click', async ({ target }) => {
  if (!(target instanceof HTMLButtonElement) || !target.matches('.copy')) return;
  const code = target.closest('.snippet')?.querySelector('code');
  try {
    await navigator.clipboard.writeText(code?.textContent ?? '');
    target.textContent = 'Copied';
  } catch {
    if (code) getSelection()?.selectAllChildren(code);
    target.textContent = 'Selected';
  }
  setTimeout(() => (target.textContent = 'Copy'), 1500);
});

// As the snippet for frames has it.
addEventListener('message', ({ source, data }) => {
  if (data?.subject !== 'lti.frameResize') return;
  for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.height = data.height;
});

/** What each needs to show something. @type {Record<string, Record<string, string>>} */
const SHOWN = {
  'backprop-valley': { start: '-1', tangent: '' },
  'backprop-graph-figure': { graph: 'x = 2; y = x**2 + 3*x + 1' },
  'backprop-question': { name: 'chain-sine' },
  'backprop-graph': { text: 'x = 2; y = x**2 + 3*x + 1' },
};

const [which, look, form] = ['which', 'look', 'form'].map((id) => /** @type {HTMLSelectElement} */ (document.getElementById(id)));
const [tried, made] = ['tried', 'made'].map((id) => /** @type {HTMLElement} */ (document.getElementById(id)));
const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function make() {
  const tag = which.value;
  const attributes = { ...SHOWN[tag], ...(form.value === 'frame' && look.value === 'inherit' ? {} : { theme: look.value }) };
  const hash = Object.entries(attributes).map(([name, value]) => (value ? `${name}=${encodeURIComponent(value)}` : name)).join('&');
  const src = `${site}/embed/${tag.replace('backprop-', '')}.html${hash && `#${hash}`}`;
  const written = Object.entries(attributes).map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ` ${name}`)).join('');
  const element = document.createElement(form.value === 'frame' ? 'iframe' : tag);
  if (element instanceof HTMLIFrameElement) Object.assign(element, { src, title: tag, width: '100%', height: '500', frameBorder: '0' });
  else for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  tried.replaceChildren(element);
  made.textContent = form.value === 'frame' ? `<iframe src="${escaped(src)}" title="…" width="100%" height="500" frameborder="0"></iframe>` : `<${tag}${written}></${tag}>`;
}

which.append(...widgets.map((tag) => new Option(tag.replace('backprop-', ''), tag, tag === 'backprop-chain', tag === 'backprop-chain')));
for (const select of [which, look, form]) select.addEventListener('change', make);
make();
