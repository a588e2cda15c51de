// What the tests of widgets share: the built files on pages that are not ours.

import { join } from 'node:path';
import { repository } from '../../wasm/toolchain/shell.js';
import { snippetFor } from '../../web/embed/snippets.js';
import { serve } from './static-server.js';

/** The site as it is built. */
export const site = join(repository, 'build/web');
export const FREE = { 'access-control-allow-origin': '*' };
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:";
export const STRICT = { 'content-security-policy': POLICY };
export const NO_WORKER = { 'content-security-policy': POLICY.replace("worker-src 'self' blob:", "worker-src 'none'") };

export const QUESTION = `<backprop-question graph="w = {w}; loss = (w - 2)**2" answer="w.grad" vary="w: 3..6 first 5" tolerance="0.01">What is the gradient at w = {w}?</backprop-question>`;
export const FOUR = `<backprop-valley start="2" tangent></backprop-valley>${QUESTION}<backprop-graph text="x = 2; y = x**2"></backprop-graph><backprop-network></backprop-network>`;

/** The smallest page that has something in its body. @param {string} body */
export const bare = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
export const withModule = (/** @type {string} */ body, from = '') => bare(`<script type="module" src="${from}/widgets/backprop-playground.js"></script>${body}`);

/** A page of someone else's with the folder of widgets beside it. @param {string} html @param {Record<string, string>} [headers] */
export const beside = (html, headers) => serve({ folders: { '/widgets/': join(site, 'widgets') }, texts: { '/': html }, headers });

/** The whole site on an origin of its own. */
export const siteElsewhere = () => serve({ folders: { '/': site }, headers: FREE });

/** A snippet on a page of its own, with the site elsewhere. @param {string} name @param {string} address of the site */
export const snippetPage = (name, address) => bare(snippetFor(name, address));

/** Counts errors, promises that nobody catches, and what a policy forbids. @param {import('@playwright/test').Page} page @returns {string[]} what there was */
export function troubles(page) {
  /** @type {string[]} */
  const all = [];
  page.on('pageerror', ({ message }) => all.push(message));
  page.on('console', (message) => message.type() === 'error' && all.push(message.text()));
  return all;
}

/** Until a figure has drawn what the core says. @param {import('@playwright/test').Locator} figure */
export const drawn = (figure) => figure.locator('figure[aria-busy="false"] svg').first().waitFor();
