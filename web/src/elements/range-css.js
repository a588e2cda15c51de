// The look of a range: a thin line with a ring on it, dark up to the ring.

import { css } from 'lit';

export const rangeCss = css`
  input[type="range"] { appearance: none; background: none; cursor: pointer; }
  input[type="range"]::-webkit-slider-runnable-track {
    height: 2px;
    background: linear-gradient(to right, var(--ink) var(--fill), var(--border) var(--fill));
  }
  input[type="range"]::-moz-range-track { height: 2px; background: var(--border); }
  input[type="range"]::-moz-range-progress { height: 2px; background: var(--ink); }
  input[type="range"]::-webkit-slider-thumb {
    appearance: none;
    width: 14px;
    height: 14px;
    margin-top: -6px;
    border: 2px solid var(--ink);
    border-radius: 50%;
    background: var(--surface);
  }
  input[type="range"]::-moz-range-thumb { width: 10px; height: 10px; border: 2px solid var(--ink); border-radius: 50%; background: var(--surface); }
`;
