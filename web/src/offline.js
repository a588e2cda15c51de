// Keeps the site for when there is no network: once a page has loaded and rests, its service worker fetches the rest.

/** A server on the machine itself shows what was just built, and needs no network. */
const isLocal = () => /^(localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname);

/** Only pages that name the site's manifest keep anything: an embedded one names none. */
export function keepOffline() {
  const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="manifest"]'));
  if (!manifest || !navigator.serviceWorker || isLocal()) return;
  const register = () => void navigator.serviceWorker.register(new URL('sw.js', manifest.href), { updateViaCache: 'none' }).catch(() => {}); // Then it works with a network alone.
  const whenIdle = () => setTimeout(() => ('requestIdleCallback' in globalThis ? requestIdleCallback(register) : register()), REST);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}

/** ms after the page has loaded. */
const REST = 1000;
