// The pages of the course as the one file holds them: their bodies, with addresses that lead back into the file.

import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lessonFiles, lessonPages } from '../lesson-pages.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where a page of the site is in the file. @param {string} address @param {string} page the path of the one that links */
export function addressInside(address, page) {
  if (/^(#|[a-z]+:)/.test(address)) return address;
  const { pathname, hash } = new URL(address, `https://site/${page}`);
  if (pathname === '/index.html' || pathname === '/') return `?${hash}`;
  const [, name] = /^\/lessons\/(.*)\.html$/.exec(pathname) ?? [];
  if (name === undefined) throw new Error(`${page} leads to ${address}, which the one file does not have.`);
  return `?lesson=${name}${hash}`;
}

/** @returns {Promise<Record<string, import('./page.js').Lesson>>} by their path in lessons/ */
export async function lessonsInside() {
  const { handler } = /** @type {{ handler: (html: string, context: { path: string }) => string }} */ (/** @type {unknown} */ (lessonPages.transformIndexHtml));
  const paths = lessonFiles().map((file) => relative(root, file).split(sep).join('/')).filter((path) => path.startsWith('lessons/'));
  return Object.fromEntries(paths.map((path) => {
    const html = handler(readFileSync(join(root, path), 'utf8'), { path: `/${path}` });
    const part = (/** @type {RegExp} */ pattern) => pattern.exec(html)?.[1].trim() ?? '';
    const body = part(/<body>([^]*)<\/body>/)
      .replace(/<!--[^]*?-->/g, '')
      .replace(/<a href="[^"]*embed\/index\.html[^>]*>[^<]*<\/a>/g, '') // how to take widgets of the site
      .replace(/(<[^>]+\shref=")([^"]*)(")/g, (_, before, address, after) => `${before}${addressInside(address.replaceAll('&amp;', '&'), path).replaceAll('&', '&amp;')}${after}`)
      .split(/(<pre[^]*?<\/pre>)/).map((text, at) => (at % 2 ? text : text.replace(/\n\s+/g, '\n'))).join('');
    return [path.replace(/^lessons\/|\.html$/g, ''), { title: part(/<title>([^]*?)<\/title>/), lang: part(/<html lang="([^"]*)"/), body }];
  }));
}
