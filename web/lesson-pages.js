// What Vite adds to every lesson, so that a lesson's file holds nothing but its content: the frame of the page, its contents, and the way to its neighbours.
// Lessons are the files of lessons/ in the order of their names; lessons/de/ holds the same in German.

import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figureTables, mistakeList } from './lesson-reference.js';
import { frames } from './src/course/frame-words.js';
import { glueProse } from './src/draw/glue.js';
import { bank } from './src/questions/bank/lessons.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'lessons');
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
const MARK = '<svg class="mark" viewBox="0 0 26 10" aria-hidden="true"><circle cx="4" cy="5" r="3.6"/><path d="M18 4.3h-4.5V1.2L7.6 5l5.9 3.8V5.7H18z"/><circle cx="22" cy="5" r="3.6"/></svg>';

/** @typedef {{ file: string, title: string, description: string, sections: { id: string, title: string }[] }} Lesson */

/** The pages of the course, for the bundler. @returns {string[]} */
export const lessonFiles = () => ['', 'de'].flatMap((language) => htmlOf(language).map((file) => join(folder, language, file)));

/** @param {string} language its folder */
const htmlOf = (language) => readdirSync(join(folder, language)).filter((file) => file.endsWith('.html')).sort();

/** The lessons of a language, in order: those that have a number. @param {string} language @returns {Lesson[]} */
function lessonsOf(language) {
  return htmlOf(language).filter((file) => /^\d/.test(file)).map((file) => ({ file, ...outlineOf(readFileSync(join(folder, language, file), 'utf8')) }));
}

/** Title, description and sections of a lesson. @param {string} html @returns {Omit<Lesson, 'file'>} */
export function outlineOf(html) {
  const text = (/** @type {string | undefined} */ part) => (part ?? '').replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim();
  return {
    title: text(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1]),
    description: text(/<meta name="description" content="([^"]*)"/.exec(html)?.[1]),
    sections: [...html.matchAll(/<section id="([^"]+)"[^>]*>\s*<h2>([\s\S]*?)<\/h2>/g)].map(([, id, title]) => ({ id, title: text(title) })),
  };
}

/** @type {import('vite').Plugin} */
export const lessonPages = {
  name: 'lesson-pages',
  transformIndexHtml: {
    order: 'pre',
    handler(html, { path }) {
      const [, language = '', file] = /\/lessons\/(?:(\w\w)\/)?([^/]+\.html)$/.exec(path) ?? [];
      return file ? framed(html, language, file) : html;
    },
  },
};

/** @param {string} html @param {string} language its folder @param {string} file */
function framed(html, language, file) {
  const words = frames[language || 'en'];
  const lessons = lessonsOf(language);
  const at = lessons.findIndex((lesson) => lesson.file === file);
  const root = language ? '../../' : '../';
  const head = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" type="image/svg+xml" href="${root}icon.svg">
    <link rel="stylesheet" href="${root}src/tokens.css">
    <link rel="stylesheet" href="${root}src/course/course.css">
    <script type="module" src="${root}src/course/course.js"></script>`;
  return glueProse(html)
    .replace(/<meta charset="utf-8">/, (meta) => `${meta}\n    ${head}`)
    .replace(/<title>([\s\S]*?)<\/title>/, (_, title) => `<title>${title} · Backprop Playground</title>`)
    .replace(/<body>/, (body) => `${body}\n    ${header(words, root, language, file)}\n    ${contents(words, lessons, at)}`)
    .replace(/<\/main>/, (main) => `${neighbours(words, lessons, at)}\n    ${main}`)
    .replace(/<!-- lessons -->/, () => list(words, lessons))
    .replace(/<!-- figures -->/, () => figureTables(words.reference))
    .replace(/<backprop-question name="([^"]+)"/g, (question, name) => `${question} kind="${bank[name]?.kind ?? 'numeric'}"`)
    .replace(/<!-- mistakes -->/, () => mistakeList(language || 'en'))
    .replace(/(<section id="([^"]+)"[^>]*>\s*<h2>)([\s\S]*?)(<\/h2>)/g, (_, open, id, title, close) =>
      `${open}${title} <a class="anchor" href="#${id}" aria-label="${words.linkTo}: ${title.replace(/<[^>]*>/g, '')}">#</a>${close}`);
}

/** @typedef {typeof frames[string]} FrameWords */

/** @param {FrameWords} words @param {string} root @param {string} language @param {string} file */
function header(words, root, language, file) {
  const other = language ? `../${file}` : `de/${file}`;
  const twin = htmlOf(language ? '' : 'de').includes(basename(file));
  return `<a class="skip" href="#content">${words.skip}</a>
    <header class="bar">
      <a class="home" href="index.html">${MARK}<span>Backprop Playground</span></a>
      <nav aria-label="${words.pages}"><a href="index.html" aria-current="page">${words.lessons}</a><a href="${root}index.html#graph">${words.graph}</a><a href="${root}index.html">${words.network}</a></nav>
      ${twin ? `<a class="language" href="${other}" lang="${language ? 'en' : 'de'}" hreflang="${language ? 'en' : 'de'}">${words.other}</a>` : ''}
      <button type="button" class="theme" data-words="${words.themes}" hidden>${words.theme}</button>
    </header>`;
}

/** @param {FrameWords} words @param {Lesson[]} lessons @param {number} at */
function contents(words, lessons, at) {
  const item = (/** @type {Lesson} */ { file, title, sections }, /** @type {number} */ number) => `<li data-lesson="${slug(file)}"${number === at ? ' class="here"' : ''}>
      <a href="${file}"${number === at ? ' aria-current="page"' : ''}>${title}</a>
      ${number === at && sections.length ? `<ol>${sections.map((section) => `<li><a href="#${section.id}">${section.title}</a></li>`).join('')}</ol>` : ''}</li>`;
  return `<nav class="contents" aria-label="${words.contents}"><details><summary>${words.contents}</summary><ol>${lessons.map(item).join('\n')}</ol></details></nav>`;
}

/** @param {FrameWords} words @param {Lesson[]} lessons @param {number} at */
function neighbours(words, lessons, at) {
  if (at < 0) return '';
  const link = (/** @type {Lesson | undefined} */ lesson, /** @type {string} */ rel, /** @type {string} */ word) =>
    (lesson ? `<a rel="${rel}" href="${lesson.file}"><span>${word}</span> ${lesson.title}</a>` : '<span></span>');
  return `<nav class="neighbours" aria-label="${words.neighbours}">${link(lessons[at - 1], 'prev', words.previous)}${link(lessons[at + 1], 'next', words.next)}</nav>`;
}

/** The course's first page lists its lessons. @param {FrameWords} words @param {Lesson[]} lessons */
function list(words, lessons) {
  return `<ol class="lessons">${lessons.map(({ file, title, description }) => `<li data-lesson="${slug(file)}"><a href="${file}">${title}</a><p>${description}</p></li>`).join('\n')}</ol>
      <div class="progress" data-words='${JSON.stringify(words.progress)}'><p>${words.progress.none} ${words.progress.kept}</p></div>`;
}

/** The lesson's name in what is kept: it stays when the order changes. @param {string} file */
export const slug = (file) => file.replace(/^\d+-|\.html$/g, '');
