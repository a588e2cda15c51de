// Light, dark, or as the system says; the choice is kept in this browser where storage is allowed.

/** @typedef {'auto' | 'light' | 'dark'} Theme */

const KEY = 'backprop-theme';

/** @param {() => Theme | null} read @returns {Theme} */
function guarded(read) {
  try {
    const kept = read();
    return kept === 'light' || kept === 'dark' ? kept : 'auto';
  } catch {
    return 'auto';
  }
}

export function keptTheme() {
  return guarded(() => /** @type {Theme | null} */ (localStorage.getItem(KEY)));
}

/** @param {Theme} theme */
export function setTheme(theme) {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
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
