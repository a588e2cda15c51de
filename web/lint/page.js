// The page that a lesson is: title, headings, sections, links and alternative texts, for readers, screen readers and the contents.

/** @import { Element, Finding } from './finding.js' */
import { attributeOf, elementsIn, finding, textOf } from './finding.js';

/** Elements that HTML would close somewhere else than the author meant. */
const CLOSED = /^(main|section|h[1-6]|details|summary|ul|ol|dl|div|table|pre|backprop-.*)$/;

/** Those that the parser adds have no place in the file. @param {Element} element */
const isClosed = ({ sourceCodeLocation: place }) => !place || place.endTag !== undefined;

/** @param {Element} html @param {(address: string) => boolean} exists whether another file of the course is there @returns {Finding[]} */
export function lintPage(html, exists) {
  const elements = elementsIn(html);
  const named = (/** @type {string} */ tag) => elements.filter(({ tagName }) => tagName === tag);
  const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? []);
  /** @param {boolean} right @param {Element} element @param {string} message */
  const expect = (right, element, message) => (right ? [] : [finding(element, message)]);
  const [title] = named('title');
  const description = named('meta').find((element) => attributeOf(element, 'name') === 'description');
  return [
    ...expect(Boolean(attributeOf(html, 'lang')), html, '<html> has no lang; lang="en" would be right'),
    ...expect(Boolean(title && textOf(title)), html, 'the lesson has no <title>; a few words would be right'),
    ...expect(Boolean(description && attributeOf(description, 'content')), html, 'the lesson has no description; <meta name="description" content="one sentence"> would be right'),
    ...expect(named('main').length === 1, html, `the lesson has ${named('main').length} <main>; one <main id="content"> would be right`),
    ...expect(named('h1').length === 1, html, `the lesson has ${named('h1').length} <h1>; one would be right`),
    ...elements.filter(({ tagName }) => CLOSED.test(tagName)).flatMap((element) => expect(isClosed(element), element, `<${element.tagName}> is not closed; </${element.tagName}> would be right`)),
    ...named('section').flatMap((section) => [
      ...expect(Boolean(attributeOf(section, 'id')), section, '<section> has no id; id="a-few-words", to which links and contents lead, would be right'),
      ...expect(elementsIn(section).some(({ tagName }) => tagName === 'h2'), section, '<section> has no <h2>; one with its title would be right'),
    ]),
    ...elements.flatMap((element) => {
      const id = attributeOf(element, 'id');
      return id && ids.indexOf(id) !== ids.lastIndexOf(id) ? [finding(element, `id="${id}" is there twice`, 'id')] : [];
    }),
    ...named('img').flatMap((image) => expect(attributeOf(image, 'alt') !== undefined, image, '<img> has no alt; a sentence that says what it shows would be right')),
    ...named('a').flatMap((link) => lintLink(link, ids, exists)),
  ];
}

/** @param {Element} link @param {string[]} ids @param {(address: string) => boolean} exists @returns {Finding[]} */
function lintLink(link, ids, exists) {
  const address = attributeOf(link, 'href') ?? '';
  if (address.startsWith('#')) return ids.includes(address.slice(1)) ? [] : [finding(link, `href="${address}" leads nowhere; ${ids.map((id) => `#${id}`).join(', ')} would be right`, 'href')];
  if (/^[a-z]+:/.test(address)) return [];
  return exists(address.replace(/[#?].*$/, '')) ? [] : [finding(link, `href="${address}": there is no such file`, 'href')];
}
