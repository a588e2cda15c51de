// Entry of every lesson: loads the elements that stand on the page as they come near the screen, keeps the theme and the progress.

import { keptTheme, setTheme, THEMES } from '../theme.js';
import { define, elements } from './elements.js';
import { showProgress } from './progress.js';

setTheme(keptTheme());

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

const button = /** @type {HTMLButtonElement | null} */ (document.querySelector('button.theme'));
if (button) {
  const words = button.dataset.words?.split(', ') ?? [];
  const name = button.textContent;
  const tell = () => (button.textContent = `${name}: ${words[THEMES.indexOf(keptTheme())]}`);
  button.hidden = false;
  button.addEventListener('click', () => {
    setTheme(THEMES[(THEMES.indexOf(keptTheme()) + 1) % THEMES.length]);
    tell();
  });
  tell();
}

// On a narrow screen the contents are folded, as they come; beside the lesson they are open.
const folded = matchMedia('(max-width: 1099px)');
const fold = () => document.querySelector('nav.contents details')?.toggleAttribute('open', !folded.matches);
folded.addEventListener('change', fold);
fold();

showProgress();
