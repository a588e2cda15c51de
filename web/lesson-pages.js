// What Vite adds to every lesson, so that a lesson's file holds nothing but its content: the frame of the page, its contents, and the way to its neighbours.
// Lessons are the files of lessons/ in the order of their names; lessons/de/ holds the same in German. The page Embed has the same frame.

import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { live, snippet, snippetList } from './embed/snippet-html.js';
import { figureTables, mistakeList } from './lesson-reference.js';
import { frames } from './src/course/frame-words.js';
import { glueProse } from './src/draw/glue.js';
import { bank } from './src/questions/bank/lessons.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'lessons');
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";
const MARK = '<svg class="mark" viewBox="0 0 26 10" aria-hidden="true"><circle cx="4" cy="5" r="3.6"/><path d="M18 4.3h-4.5V1.2L7.6 5l5.9 3.8V5.7H18z"/><circle cx="22" cy="5" r="3.6"/></svg>';

/** @typedef {{ file: string, title: string, description: string, sections: { id: string, title: string }[] }} Lesson */

/** The pages of the course, and the page Embed, for the bundler. @returns {string[]} */
export const lessonFiles = () => [...['', 'de'].flatMap((language) => htmlOf(language).map((file) => join(folder, language, file))), join(folder, '../embed/index.html')];

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
      if (path.endsWith('/embed/index.html')) return embedPage(html);
      const [, language = '', file] = /\/lessons\/(?:(\w\w)\/)?([^/]+\.html)$/.exec(path) ?? [];
      return file ? framed(html, language, file) : html;
    },
  },
};

/** @param {string} root @param {string} entry the page's script @param {string} [more] of the policy */
const head = (root, entry, more = '') => `<meta http-equiv="Content-Security-Policy" content="${POLICY}${more}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" type="image/svg+xml" href="${root}icon.svg">
    <link rel="stylesheet" href="${root}src/tokens.css">
    <link rel="stylesheet" href="${root}src/course/course.css">
    <script type="module" src="${root}${entry}"></script>`;

/** @param {string} html @param {string} tags */
const withHead = (html, tags) => html
  .replace(/<meta charset="utf-8">/, (meta) => `${meta}\n    ${tags}`)
  .replace(/<title>([\s\S]*?)<\/title>/, (_, title) => `<title>${title} · Backprop Playground</title>`);

/** The page Embed: the frame of a lesson, and the snippets. @param {string} html */
function embedPage(html) {
  const words = frames.en;
  const { sections } = outlineOf(html);
  const list = sections.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('');
  const tags = `${head('../', 'embed/embed-page.js', "; frame-src 'self'").replace("worker-src 'self'", "worker-src 'self' blob:")}\n    <link rel="stylesheet" href="embed-page.css">`;
  return linked(withHead(html, tags), words)
    .replace(/<body>/, (body) => `${body}\n    ${header(words, '../', '', 'index.html', 'embed')}
    <nav class="contents" aria-label="${words.contents}"><details><summary>${words.contents}</summary><ol>${list}</ol></details></nav>`)
    .replace(/<!-- snippet (\w+) -->/g, (_, name) => snippet(name))
    .replace(/<!-- live (\w+) -->/g, (_, name) => live(name))
    .replace(/<!-- snippets -->/, snippetList);
}

/** @param {string} html @param {FrameWords} words */
const linked = (html, words) => html.replace(/(<section id="([^"]+)"[^>]*>\s*<h2>)([\s\S]*?)(<\/h2>)/g, (_, open, id, title, close) =>
  `${open}${title} <a class="anchor" href="#${id}" aria-label="${words.linkTo}: ${title.replace(/<[^>]*>/g, '')}">#</a>${close}`);

/** @param {string} html @param {string} language its folder @param {string} file */
function framed(html, language, file) {
  const words = frames[language || 'en'];
  const lessons = lessonsOf(language);
  const at = lessons.findIndex((lesson) => lesson.file === file);
  const root = language ? '../../' : '../';
  return linked(withHead(glueProse(html), head(root, 'src/course/course.js')), words)
    .replace(/<body>/, (body) => `${body}\n    ${header(words, root, language, file)}\n    ${contents(words, lessons, at)}`)
    .replace(/<\/main>/, (main) => `${neighbours(words, lessons, at)}\n    ${main}`)
    .replace(/<!-- lessons -->/, () => list(words, lessons))
    .replace(/<!-- figures -->/, () => figureTables(words.reference))
    .replace(/<backprop-question name="([^"]+)"/g, (question, name) => `${question} kind="${bank[name]?.kind ?? 'numeric'}"`)
    .replace(/<!-- mistakes -->/, () => mistakeList(language || 'en'));
}

/** @typedef {typeof frames[string]} FrameWords */

/** @param {FrameWords} words @param {string} root @param {string} language @param {string} file @param {'lessons' | 'embed'} [page] */
function header(words, root, language, file, page = 'lessons') {
  const other = language ? `../${file}` : `de/${file}`;
  const twin = page === 'lessons' && htmlOf(language ? '' : 'de').includes(basename(file));
  const home = page === 'lessons' ? 'index.html' : '../lessons/index.html';
  const here = (/** @type {string} */ name) => (name === page ? ' aria-current="page"' : '');
  return `<a class="skip" href="#content">${page === 'embed' ? 'To the content' : words.skip}</a>
    <header class="bar">
      <a class="home" href="${home}">${MARK}<span>Backprop Playground</span></a>
      <nav aria-label="${words.pages}"><a href="${home}"${here('lessons')}>${words.lessons}</a><a href="${root}index.html#graph">${words.graph}</a><a href="${root}index.html">${words.network}</a><a href="${root}embed/index.html"${here('embed')}>${words.embed}</a></nav>
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
