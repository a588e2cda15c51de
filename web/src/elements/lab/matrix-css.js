// The look of the matrix view.

import { css } from 'lit';
import { matrixKeyCss } from './matrix-key.js';

export const matrixCss = [matrixKeyCss, css`
  :host { display: flex; flex-direction: column; position: relative; gap: 6px; padding: 8px 0; }
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; min-height: 44px; }
  .bar .key { margin-left: auto; }
  .layer { display: inline-flex; align-items: center; gap: 6px; white-space: nowrap; }
  .says { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; min-height: 34px; }
  .says p { margin: 0; }
  .action { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 6px 10px; white-space: nowrap; margin-left: auto; }
  backprop-matrix-stage { flex: 1; }
  .readout { display: flex; flex-wrap: wrap; gap: 2px 16px; min-height: 2.6em; align-content: center; margin: 0; }
  .halt { margin: 0; padding: 12px 16px; border: 1px solid var(--ink); border-radius: var(--radius); }
  @media (max-width: 699px) {
    .bar { gap: 8px; }
    .bar backprop-segments { order: 3; flex: 1 1 100%; }
    .says p { min-height: 3em; }
    .action { margin-left: 0; }
    .readout { min-height: 4.2em; align-content: start; }
  }
`];
