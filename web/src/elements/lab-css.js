// The look of the whole page: three columns, or a figure with tabs under it.

import { css } from 'lit';

export const labCss = css`
  :host { display: block; }
  .lab { display: flex; flex-direction: column; min-height: 100dvh; background: var(--surface); }
  main { flex: 1; min-width: 0; }
  .figure { display: flex; flex-direction: column; min-width: 0; position: relative; }
  backprop-network-view, backprop-matrix-view { flex: 1; }
  backprop-table-view { flex: 1 1 0; }
  .failure { margin: 0 0 8px; padding: 12px 16px; border: 1px solid var(--ink); border-radius: var(--radius); }

  .wide main { display: grid; grid-template-columns: calc(216px * var(--scale)) minmax(0, 1fr) calc(300px * var(--scale)); }
  .locked[data-part="time"] > .lock { top: 50%; left: 4px; translate: 0 -50%; }
  /* As high as the figure; a long column scrolls by itself. */
  .wide.no-settings main { grid-template-columns: minmax(0, 1fr) calc(300px * var(--scale)); }
  .wide.no-output main { grid-template-columns: calc(216px * var(--scale)) minmax(0, 1fr); }
  .wide.no-settings.no-output main { grid-template-columns: minmax(0, 1fr); }
  .wide aside { position: relative; background: var(--page); }
  .wide aside > * { position: absolute; inset: 0; padding: 18px 20px; overflow-y: auto; scrollbar-width: thin; }
  .wide aside[aria-label="Settings"] { border-right: 1px solid var(--hairline); }
  .wide aside[aria-label="Output"] { border-left: 1px solid var(--hairline); }
  /* As high as the window, not as the columns beside it: figure, card, the ribbon of the layers and the bar of the run belong on one screen. */
  .wide .figure { align-self: start; min-height: calc(100dvh - 278px * var(--scale)); padding: 0 16px 8px; }
  /* Only where it leaves the ribbon whole. */
  @media (min-height: 890px) { .wide .time.sticky { position: sticky; bottom: 0; z-index: 2; } }
  /* The buttons of the run are at hand however far down one reads, unless they took much of a low window. */
  @media (min-height: 600px) { .wide .run, .middle .run { position: sticky; top: 0; z-index: 3; } }

  .middle .figure { padding: 0 24px; }
  .middle main, .phone main { display: flex; flex-direction: column; }
  .middle .figure { min-height: 52dvh; }
  .middle .panel { flex: 1; }
  .panel { scroll-margin-bottom: 48px; padding: 20px 24px; background: var(--page); border-top: 1px solid var(--hairline); }
  .panel.bare { padding: 0; }
  .panel.bare backprop-weight-card { border: 0; border-radius: 0; box-shadow: none; background: none; --card: var(--page); }
  backprop-tabs {
    position: sticky;
    bottom: 0;
    margin-top: auto;
    border-top: 1px solid var(--hairline);
    background: var(--surface);
    z-index: 1;
  }

  .phone .figure { padding: 0 16px 4px; }
  .phone .panel { flex: 1; padding: 16px; }
  .phone .panel.bare { padding: 0; }
`;
