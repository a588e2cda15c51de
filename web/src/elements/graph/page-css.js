// The look of the graph page: a third of text, the picture, the steps below; one column where it is narrow.

import { css } from 'lit';

export const pageCss = css`
  :host { display: block; }
  .page { display: flex; flex-direction: column; height: 100dvh; background: var(--surface); }
  main { display: grid; flex: 1; min-height: 0; grid-template: minmax(0, 1fr) auto / minmax(280px, 29%) minmax(0, 1fr); }
  .left { overflow: auto; padding: 18px 20px; border-right: 1px solid var(--hairline); background: var(--page); }
  .right { display: flex; flex-direction: column; min-width: 0; min-height: 0; }
  .right backprop-graph-picture { flex: 1; min-height: 0; }
  .picking { cursor: crosshair; }
  .tools { padding: 16px 20px 10px; border-bottom: 1px solid var(--hairline); }
  /* As high as its forms, so that the picture does not jump. */
  .strip { min-height: 62px; margin-top: 10px; }
  .hint, .empty { margin: 0; }
  .empty { padding: 48px 20px 0; text-align: center; }
  .bottom { grid-column: 1 / -1; padding: 10px 20px 14px; border-top: 1px solid var(--hairline); background: var(--page); }
  .failure { margin: 20px; padding: 12px 16px; border: 1px solid var(--ink); border-radius: var(--radius); }
  .notice { margin: 0 0 12px; padding: 8px 12px; border: 1px solid var(--ink); border-radius: var(--radius); overflow-wrap: anywhere; }
  /* One column: the picture and the steps through it in one screen, then the tools, the panels and the text. */
  @media (max-width: 900px) {
    .page { height: auto; min-height: 100dvh; }
    main { display: flex; flex-direction: column; }
    .right { display: contents; }
    .right backprop-graph-picture { flex: none; height: clamp(300px, 46dvh, 560px); }
    .bottom { order: 1; border-bottom: 1px solid var(--hairline); }
    .tools { order: 2; }
    backprop-graph-dock { order: 3; }
    .left { border-right: 0; order: 4; }
  }
  @media (max-width: 480px) { .tools { padding: 12px 12px 8px; } .left { padding: 16px 12px; } .bottom { padding: 8px 12px 12px; } }
`;
