// The look of a range over a track of its own: a thumb, and room for a finger.

import { css } from 'lit';

export const trackCss = css`
  input[type="range"] { width: 100%; height: 24px; margin: 0; appearance: none; background: none; cursor: pointer; touch-action: pan-y; }
  input[type="range"]:disabled { cursor: default; }
  input[type="range"]::-webkit-slider-thumb { appearance: none; width: 16px; height: 16px; border: 2.5px solid var(--ink); border-radius: 50%; background: var(--surface); }
  input[type="range"]::-moz-range-thumb { box-sizing: border-box; width: 16px; height: 16px; border: 2.5px solid var(--ink); border-radius: 50%; background: var(--surface); }
  input[type="range"]::-moz-range-track { background: none; }
  input[type="range"]:disabled::-webkit-slider-thumb { border-color: var(--hollow); }
  @media (pointer: coarse) { input[type="range"] { height: 44px; } }
`;
