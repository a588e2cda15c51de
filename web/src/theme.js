// Light, dark, for a projector, or as the system says; the choice is kept.

import { keep, kept } from './kept.js';

/** @typedef {'auto' | 'light' | 'dark' | 'projector'} Theme */

/** @type {Theme[]} */
export const THEMES = ['auto', 'light', 'dark', 'projector'];

/** @returns {Theme} */
export function keptTheme() {
  const name = kept('theme');
  return THEMES.find((theme) => theme === name) ?? 'auto';
}

/** @param {Theme} theme */
export function setTheme(theme) {
  showTheme(theme);
  keep('theme', theme);
}

/** The page looks so until it is closed; what the reader chose stays kept. @param {Theme} theme */
export function showTheme(theme) {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** As the page looks now. */
export const shownTheme = () => /** @type {Theme} */ (document.documentElement.dataset.theme ?? 'auto');

/** What a link says of it. @param {string} hash @returns {Theme | undefined} */
export function themeOf(hash) {
  const name = new URLSearchParams(hash.replace(/^#/, '')).get('theme');
  return THEMES.find((theme) => theme === name && theme !== 'auto');
}

/** How much larger pictures are drawn than they are laid out; type grows as much by the token of its size. */
export function themeScale() {
  return document.documentElement.dataset.theme === 'projector' && matchMedia('(min-width: 700px)').matches ? PROJECTED : 1;
}

/** As `--scale` in tokens.css. */
const PROJECTED = 1.3;

/** Calls back when the colours on the page change, or in the widget that an element is in, whoever changed them. @param {() => void} listener @param {Element} element @returns {() => void} */
export function watchTheme(listener, element) {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(listener);
  query.addEventListener('change', listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) observer.observe(root.host, { attributeFilter: ['theme'] });
  return () => {
    query.removeEventListener('change', listener);
    observer.disconnect();
  };
}
