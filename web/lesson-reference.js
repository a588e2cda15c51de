// The lists of the page on writing lessons, made of the tables that they describe: figures with their attributes, and mistakes that are diagnosed.

import { kinds } from './src/figures/kinds.js';
import { languages } from './src/questions/speech.js';

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A table of attributes for each figure. @param {Record<'attribute' | 'usual' | 'meaning' | 'controls', string>} words */
export function figureTables(words) {
  return Object.values(kinds).map(({ tag, attributes, controls }) => `<h3><code>${tag}</code></h3>
        <div class="wide" tabindex="0" role="region" aria-label="${tag}"><table><thead><tr><th>${words.attribute}</th><th>${words.usual}</th><th>${words.meaning}</th></tr></thead><tbody>${Object.entries(attributes).map(([name, { default: usual, among, help }]) =>
    `<tr><td><code>${name}</code></td><td>${usual === undefined ? '' : `<code>${escaped(String(usual))}</code>`}</td><td lang="en">${escaped(help)}${among ? `: <code>${among.join('</code>, <code>')}</code>` : ''}</td></tr>`).join('')}</tbody></table></div>
        ${controls.length ? `<p>${words.controls} ${controls.map((control) => `<code>${control}</code>`).join(', ')}.</p>` : ''}`).join('\n');
}

/** The catalogue of mistakes, in the reader's language. @param {string} language */
export const mistakeList = (language) =>
  `<dl>${Object.entries(languages[language].mistakes).map(([name, sentence]) => `<dt><code>${name}</code></dt><dd>${escaped(sentence)}</dd>`).join('\n')}</dl>`;
