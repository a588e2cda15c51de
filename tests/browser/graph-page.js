// What the tests of the graph page share: the text, the nodes in the picture, and what a fresh core makes of the same text.

import { expect } from '@playwright/test';
import { load } from '../../wasm/index.js';
import { namesOf } from '../../web/src/draw/graph-names.js';
import { GraphSession } from '../../web/src/engine/graph-session.js';

/** @import { Page } from '@playwright/test' */

/** The graph of the lesson, in which x is used twice. */
export const LESSON = '# x is used twice\nx = 2\ny = x**2 + 3*x + 1\n';

/** @param {Page} page @param {string} name */
export const button = (page, name) => page.getByRole('button', { name, exact: true });

/** @param {Page} page */
export const textOf = (page) => page.getByRole('textbox', { name: 'Text of the graph' });

/** @param {Page} page @param {string} text that the page begins with */
export async function openText(page, text) {
  await page.goto(`./#graph=${encodeURIComponent(text)}`);
  await expect(textOf(page)).toHaveValue(text);
  await expect(page.locator('#status')).toHaveText(/operation|Nothing yet|line \d/);
}

/** Pastes over the whole text. @param {Page} page @param {string} text */
export async function paste(page, text) {
  await textOf(page).focus();
  await textOf(page).evaluate((area, pasted) => {
    /** @type {HTMLTextAreaElement} */ (area).select();
    const event = new Event('paste', { cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: { getData: () => pasted } }); // a script's own is empty in Firefox
    area.dispatchEvent(event);
  }, text);
}

/** The names of the nodes as they are spoken, in the order of recording. @param {Page} page */
export const spoken = (page) => page.evaluate(() => {
  /** @type {string[]} */
  const said = [];
  /** @param {ParentNode} root */
  const collect = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('.node[aria-label]')) said.push(element.getAttribute('aria-label') ?? '');
      if (element.shadowRoot) collect(element.shadowRoot);
    }
  };
  collect(document);
  return said;
});

/** How the nodes of a text begin to be spoken: `y = c + 1`, `Variable x`, `Constant 3`. @param {string} text */
export async function nodesOfCore(text) {
  const frame = new GraphSession(await load()).read(text);
  const names = namesOf(frame);
  return frame.nodes.map(({ kind }, id) => (kind === 'operation' ? `${names[id].name} = ${names[id].expression}:` : kind === 'constant' ? `Constant ${names[id].name}` : `Variable ${names[id].name}`));
}

/** The picture shows what a fresh core reads in the text that stands. @param {Page} page */
export async function expectPictureOfText(page) {
  const wanted = await nodesOfCore(await textOf(page).inputValue());
  await expect.poll(async () => {
    const said = await spoken(page);
    return said.length === wanted.length && wanted.every((beginning, at) => said[at].startsWith(beginning)) ? 'the same' : `${said.join(' | ')}\nand not\n${wanted.join(' | ')}`;
  }).toBe('the same');
}
