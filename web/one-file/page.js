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

const { files } = /** @type {{ backpropHere: import('./main.js').Here }} */ (/** @type {unknown} */ (globalThis)).backpropHere.inside;
const named = new URLSearchParams(location.search).get('lesson');
/** @type {Record<string, Lesson>} */
const lessons = named === null ? {} : JSON.parse(new TextDecoder().decode(files['lessons.json']));
const lesson = Object.hasOwn(lessons, named ?? '') ? lessons[named ?? ''] : lessons.index;

adopt(tokens);
if (lesson) {
  adopt(course);
  document.title = lesson.title;
  document.documentElement.lang = lesson.lang;
  document.body.innerHTML = lesson.body;
  // The place that the address names was not there when the browser looked for it.
  void import('../src/course/course.js').then(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
} else {
  document.body.replaceChildren(document.createElement('backprop-lab'));
  void import('../src/main.js');
}
