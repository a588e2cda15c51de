// The look of the graph page: a third of text, the picture, the steps below; one column where it is narrow.

import { css } from 'lit';

export const pageCss = css`
  :host { display: block; }
  .page { display: flex; flex-direction: column; height: 100dvh; background: var(--surface); }
  main { display: grid; flex: 1; min-height: 0; grid-template: minmax(0, 1fr) auto / minmax(280px, 29%) minmax(0, 1fr); }
  .left { overflow: auto; padding: 18px 20px; border-right: 1px solid var(--hairline); background: var(--page); }
  .right { display: flex; flex-direction: column; min-width: 0; min-height: 0; }
  .right backprop-graph-picture { flex: 1; min-height: 0; }
  .bottom { grid-column: 1 / -1; padding: 14px 20px; border-top: 1px solid var(--hairline); background: var(--page); }
  .failure, .refusal { margin: 20px; padding: 12px 16px; border: 1px solid var(--ink); border-radius: var(--radius); }
  @media (max-width: 900px) {
    .page { height: auto; min-height: 100dvh; }
    main { display: flex; flex-direction: column; }
    .left { border-right: 0; order: 2; }
    .right { min-height: 440px; }
    .bottom { order: 1; border-bottom: 1px solid var(--hairline); }
  }
`;
