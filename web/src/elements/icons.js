// The few signs on buttons, drawn on a 16 × 16 grid.

import { svg, html } from 'lit';

/** @param {import('lit').SVGTemplateResult} shape */
const icon = (shape) => html`<svg viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>`;

export const playIcon = icon(svg`<path d="M4 2.5v11l9.5-5.5z"/>`);
export const pauseIcon = icon(svg`<path d="M4 3h3v10H4zM9 3h3v10H9z"/>`);
export const stepIcon = icon(svg`<path d="M3 3v10l7.5-5zM11 3h2v10h-2z"/>`);
export const backIcon = icon(svg`<path d="M13 3v10L5.5 8zM3 3h2v10H3z"/>`);
export const resetIcon = icon(svg`<path d="M8 3.2V.8L3.9 4 8 7.2V4.8a3.6 3.6 0 1 1-3.5 4.4H2.9A5.2 5.2 0 1 0 8 3.2z"/>`);
export const themeIcon = icon(svg`<path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 3v10A5 5 0 0 1 8 3z"/>`);
export const keysIcon = icon(svg`
  <rect x="1.25" y="4.25" width="13.5" height="7.5" rx="1" fill="none" stroke="currentColor" stroke-width="1.5"/>
  <path d="M3.2 6h1.4v1.4H3.2zM5.9 6h1.4v1.4H5.9zM8.6 6H10v1.4H8.6zM11.3 6h1.5v1.4h-1.5zM4.5 8.7h7V10h-7z"/>`);
export const downIcon = icon(svg`<path d="M3.3 5.3 8 10l4.7-4.7 1.1 1.1L8 12.2 2.2 6.4z"/>`);
export const leftIcon = icon(svg`<path d="M10.7 3.3 6 8l4.7 4.7-1.1 1.1L3.8 8l5.8-5.8z"/>`);
export const rightIcon = icon(svg`<path d="M5.3 3.3 10 8l-4.7 4.7 1.1 1.1L12.2 8 6.4 2.2z"/>`);
export const undoIcon = icon(svg`<path d="M6.5 2.2 2.2 6.5l4.3 4.3V7.6h3.2a2.6 2.6 0 0 1 0 5.2H6v1.6h3.7a4.2 4.2 0 0 0 0-8.4H6.5z"/>`);
export const redoIcon = icon(svg`<path d="m9.5 2.2 4.3 4.3-4.3 4.3V7.6H6.3a2.6 2.6 0 0 0 0 5.2H10v1.6H6.3a4.2 4.2 0 0 1 0-8.4h3.2z"/>`);
export const pinIcon = icon(svg`<path d="M5 1h6v1.5l-1 .7v4l2.2 2.3V11H8.7v4h-1.4v-4H3.8V9.5L6 7.2v-4l-1-.7z"/>`);
export const upIcon = icon(svg`<path d="M12.7 10.7 8 6l-4.7 4.7-1.1-1.1L8 3.8l5.8 5.8z"/>`);
export const diceIcon = icon(svg`<rect x="2" y="2" width="12" height="12" rx="2.5" fill="none" stroke="currentColor" stroke-width="1.5"/>
  <circle cx="5.5" cy="5.5" r="1.2"/><circle cx="10.5" cy="5.5" r="1.2"/><circle cx="8" cy="8" r="1.2"/><circle cx="5.5" cy="10.5" r="1.2"/><circle cx="10.5" cy="10.5" r="1.2"/>`);
export const lockIcon = icon(svg`<path d="M5 7V5a3 3 0 0 1 6 0v2h1.5v7h-9V7zm1.5 0h3V5a1.5 1.5 0 0 0-3 0z"/>`);
export const linkIcon = icon(svg`<path d="M6.5 9.5a3 3 0 0 0 4.3 0l2.3-2.3A3 3 0 0 0 8.8 3L7.6 4.2M9.5 6.5a3 3 0 0 0-4.3 0L2.9 8.8A3 3 0 0 0 7.2 13l1.2-1.2" fill="none" stroke="currentColor" stroke-width="1.5"/>`);
