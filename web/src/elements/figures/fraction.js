// ∂a₂/∂a₁ as a small fraction, which takes little width and is read as one name.

import { css, html } from 'lit';

export const fractionCss = css`
  .fraction { display: inline-grid; vertical-align: middle; font-style: italic; line-height: 1.25; text-align: center; white-space: nowrap; }
  .fraction span:last-child { border-top: 1px solid currentColor; }
`;

/** a12 as a₁₂. @param {string} name */
export const subscripted = (name) => name.replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]);

/** @param {[string, string]} names of what, by what */
export const fraction = ([of, by]) => html`<span class="fraction"><span>∂${subscripted(of)}</span><span class="unseen">/</span><span>∂${subscripted(by)}</span></span>`;
