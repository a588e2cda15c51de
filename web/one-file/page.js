// What the one file shows: the lab and the graph page, or with ?lesson=… a page of the course. Each is the same file, opened anew.

import course from '../src/course/course.css?inline';
import tokens from '../src/tokens.css?inline';

/** @typedef {{ title: string, lang: string, body: string }} Lesson */

/** @param {string} css */
function adopt(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

/** The page of the course that the address names, or their first one where it has no such; nothing where it names none. @returns {Promise<Lesson | undefined>} */
async function lessonOfAddress() {
  const name = new URLSearchParams(location.search).get('lesson');
  if (name === null) return undefined;
  const { backpropHere } = /** @type {{ backpropHere: import('./main.js').Here }} */ (/** @type {unknown} */ (globalThis));
  /** @type {Record<string, Lesson>} */
  const lessons = await (await backpropHere.fetch('inside:/lessons.json')).json();
  return Object.hasOwn(lessons, name) ? lessons[name] : lessons.index;
}

async function begin() {
  const lesson = await lessonOfAddress();
  document.querySelector('style')?.remove(); // that of the page while it was unpacked
  adopt(tokens);
  if (!lesson) {
    document.body.replaceChildren(document.createElement('backprop-lab'));
    await import('../src/main.js');
    return;
  }
  adopt(course);
  document.title = lesson.title;
  document.documentElement.lang = lesson.lang;
  document.body.innerHTML = lesson.body;
  await import('../src/course/course.js');
  // The place that the address names was not there when the browser looked for it.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

void begin();
