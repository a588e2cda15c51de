// What stands around a widget's content, in its shadow root: the tokens, and a frame that takes nothing of the page but its place.

import tokens from 'virtual:host-tokens';

export const look = new CSSStyleSheet();
look.replaceSync(`
:host { display: block; }
:host([hidden]) { display: none; }
.widget {
  all: initial; display: block; container: widget / inline-size; isolation: isolate; direction: inherit;
  color: var(--ink); font: 400 var(--text) / 1.4 var(--sans); -webkit-text-size-adjust: 100%;
  --tall: 720px; --body: calc(1.0625 * var(--rem)); --small: calc(0.9375 * var(--rem)); --control-text: calc(0.875 * var(--rem));
}
${tokens}
:host([theme="inherit"]) .widget { color-scheme: inherit; }
.widget:empty { min-height: 300px; }
.failure { margin: 0; padding: 12px 16px; border: 1px solid var(--ink); border-radius: var(--radius); background: var(--surface); }
`);
