// The look of the settings: two groups of rows, side by side where there is room.

import { css } from 'lit';

export const settingsCss = css`
  :host { display: block; container-type: inline-size; }
  section { padding: 16px 0; }
  section:first-of-type { padding-top: 0; }
  section + section { border-top: 1px solid var(--hairline); }
  h2 { margin-bottom: 12px; }
  .head { display: flex; align-items: center; justify-content: space-between; margin-bottom: 6px; }
  .head h2 { margin: 0; }
  .travel { display: flex; gap: 2px; margin: -7px -8px -5px 0; }
  .travel button { border-color: transparent; background: none; }
  .row { display: flex; align-items: center; justify-content: space-between; gap: 8px; margin-top: 8px; min-height: var(--control); }
  .neurons { margin-top: 8px; }
  .select select { width: 100px; }
  backprop-dataset-picker { display: block; margin-bottom: 12px; }
  backprop-real-data { margin-bottom: 12px; }
  backprop-slider { flex: 1; min-width: 0; }
  .widths { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(84px, 100%), 1fr)); gap: 6px; margin-top: 4px; }
  @media (pointer: coarse) { .widths { grid-template-columns: repeat(auto-fill, minmax(132px, 1fr)); } }

  @container (min-width: 560px) {
    .groups { display: grid; grid-template-columns: 1fr 1fr; gap: 48px; }
    section { padding: 0; }
    section + section { border: 0; }
  }
`;
