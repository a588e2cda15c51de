// What every page with the frame of a lesson has: the theme, and contents that fold on a narrow screen.

import { keptTheme, setTheme, THEMES } from '../theme.js';

setTheme(keptTheme());

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
