// The snippets as the page Embed shows them: to be copied, and live.

import { SITE, snippets } from './snippets.js';

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** @param {string} name */
export function snippet(name) {
  const { name: called, code } = snippets[name];
  return `<div class="snippet"><pre tabindex="0" aria-label="${escaped(called)}"><code>${escaped(code)}</code></pre><button type="button" class="copy">Copy</button></div>`;
}

/** What a snippet shows, without its scripts, which the page has already. @param {string} name */
export const live = (name) => snippets[name].code.replace(/<script[^]*?<\/script>/g, '').replaceAll(SITE, '..').replace('<backprop-valley', '<backprop-valley theme="inherit"');

/** Those for other kinds of pages than the two that are explained. */
export const snippetList = () => Object.entries(snippets).filter(([name]) => name !== 'html' && name !== 'iframe').map(([name, { name: called, where, note }]) =>
  `<h3 id="${name}">${called}</h3>\n<p class="where">In ${escaped(where)}</p>\n${snippet(name)}${note ? `\n<p>${escaped(note)}</p>` : ''}`).join('\n');
