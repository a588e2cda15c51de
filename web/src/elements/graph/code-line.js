// A line of code: its words and comments, its look, and which line of the script a node belongs to.

/** @import { GraphFrame } from '../../types.js' */
import { css, html, nothing } from 'lit';

const WORD = /\b(import|as|def|return|for|in|range|with|max|abs|print|True|None|if|else|is)\b/;

export const codeLineCss = css`
  pre { margin: 0; padding: 10px 0; overflow: auto; border: 1px solid var(--hairline); border-radius: var(--radius);
    background: var(--surface); font: var(--tiny) / 1.65 var(--mono); }
  .line { display: block; width: max-content; min-width: 100%; min-height: 1.65em; padding-right: 12px; }
  .line::before { content: attr(data-line); display: inline-block; width: 34px; margin-right: 12px; color: var(--muted); text-align: right; }
  .line.on { background: var(--band); box-shadow: inset 3px 0 var(--ink); }
  .word { font-weight: 650; }
  .comment { color: var(--muted); }
  .on .comment, .on::before { color: var(--ink); }
`;

/** Words of the language bold, comments quiet. @param {string} text */
export function colored(text) {
  const at = text.indexOf('# ');
  const code = at < 0 ? text : text.slice(0, at);
  const words = code.split(WORD).map((part, i) => (i % 2 ? html`<span class="word">${part}</span>` : part));
  return html`${words}${at < 0 ? nothing : html`<span class="comment">${text.slice(at)}</span>`}`;
}

/** What the line assigns in which a node is computed. @param {GraphFrame} frame @param {number} node @returns {string | undefined} */
export function lineOf({ nodes }, node) {
  for (let at = nodes[node]; at; at = nodes[at.explanation?.uses[0]?.consumer ?? -1]) if (at.names.length) return at.names[0];
  return undefined;
}
