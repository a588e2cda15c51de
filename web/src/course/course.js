// Entry of every lesson: loads the elements that stand on the page as they come near the screen, and keeps the progress.

import { keepOffline } from '../offline.js';
import { define, elements } from './elements.js';
import './frame.js';
import { showProgress } from './progress.js';

/** How far from the screen an element is loaded. */
const AHEAD = '600px';

const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    void define(target.localName);
  }
}, { rootMargin: AHEAD });
for (const element of document.querySelectorAll(Object.keys(elements).join())) near.observe(element);

/** Once the reader reads, what is further down gets ready in quiet moments: paper waits for nothing. What fetches the large module waits until it is near. */
async function loadRest() {
  if (/** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection?.saveData) return;
  for (const element of document.querySelectorAll(Object.keys(elements).join())) {
    if (element.localName === 'backprop-optimizers') continue;
    await new Promise((resolve) => ('requestIdleCallback' in globalThis ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve, 200)));
    await define(element.localName);
    /** @type {Partial<import('../elements/figures/figure.js').Figure<any, any, any>>} */ (element).prepare?.();
  }
}
const reading = new AbortController();
for (const sign of ['scroll', 'keydown', 'pointerdown']) {
  addEventListener(sign, () => {
    reading.abort();
    loadRest().catch(() => {}); // Who leaves the page breaks it off; what is missing when it is near says so itself.
  }, { passive: true, signal: reading.signal });
}

/** What was opened for printing. @type {HTMLDetailsElement[]} */
let opened = [];

// All of it is printed, also what was not on the screen yet, or folded away.
addEventListener('beforeprint', () => {
  for (const element of document.querySelectorAll(Object.keys(elements).join())) void define(element.localName);
  opened = [...document.querySelectorAll('main details')].map((element) => /** @type {HTMLDetailsElement} */ (element)).filter(({ open }) => !open);
  for (const details of opened) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
});

showProgress();
keepOffline();
