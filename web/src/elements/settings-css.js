// The look of the settings: groups of rows under each other, or in two columns where there is room.

import { css } from 'lit';

export const settingsCss = css`
  :host { display: block; container-type: inline-size; }
  section { padding: 14px 0; border-bottom: 1px solid var(--hairline); }
  .groups > div:first-child section:first-child { padding-top: 0; }
  .groups > div:last-child section:last-child { border: 0; padding-bottom: 0; }
  .head { display: flex; align-items: center; justify-content: space-between; margin-bottom: 8px; }
  .travel { display: flex; gap: 2px; margin: -7px -8px -5px 0; }
  .travel button { border-color: transparent; background: none; }
  .fold {
    justify-content: flex-start;
    width: 100%;
    height: var(--control);
    margin: -6px 0;
    padding: 0;
    border: 0;
    background: none;
    letter-spacing: inherit;
    text-transform: inherit;
  }
  .fold:hover:not(:disabled) { background: none; color: var(--ink); }
  .fold svg { width: 11px; height: 11px; }
  .fold[aria-expanded="false"] svg { rotate: -90deg; }
  .count { margin-left: auto; font-weight: 400; letter-spacing: 0; text-transform: none; }
  .seed { display: flex; gap: 6px; }
  .seed backprop-stepper { width: calc(92px * var(--scale)); }
  .seed button { min-width: var(--control); width: var(--control); height: var(--control); padding: 0; }
  backprop-dataset-picker { display: block; margin-bottom: 12px; }
  backprop-real-data { margin-bottom: 12px; }

  @container (min-width: 560px) {
    .groups { display: grid; grid-template-columns: 1fr 1fr; gap: 48px; }
    .groups > div > section:first-child { padding-top: 0; }
    .groups > div > section:last-child { border: 0; }
  }
`;
