// Light, dark, or as the system says; the choice is kept.

import { keep, kept } from './kept.js';

/** @typedef {'auto' | 'light' | 'dark'} Theme */

/** @type {Theme[]} */
export const THEMES = ['auto', 'light', 'dark'];

/** @returns {Theme} */
export function keptTheme() {
  const name = kept('theme');
  return THEMES.find((theme) => theme === name) ?? 'auto';
}

/** @param {Theme} theme */
export function setTheme(theme) {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  keep('theme', theme);
}

/** Calls back when the colours on the page change, whoever changed them. @param {() => void} listener @returns {() => void} */
export function watchTheme(listener) {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(listener);
  query.addEventListener('change', listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    query.removeEventListener('change', listener);
    observer.disconnect();
  };
}
