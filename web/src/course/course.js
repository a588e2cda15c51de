// Entry of every lesson: loads the elements that stand on the page as they come near the screen, and keeps the progress.

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
