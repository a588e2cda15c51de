// A plot with what belongs to it beside it, and below it where the screen is narrow.

import { css } from 'lit';

export const besideCss = css`
  figure { container-type: inline-size; }
  .beside { display: grid; gap: 12px 40px; align-items: center; }
  .beside > * { min-width: 0; }
  @container (min-width: 680px) {
    .beside { grid-template-columns: minmax(0, 1.5fr) minmax(250px, 1fr); }
  }
`;
