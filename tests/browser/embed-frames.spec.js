// Widgets in frames, and in notebooks: heights, states, answers and scores reach the page around, and an address injects nothing.

import { expect, test } from '@playwright/test';
import { bare, drawn, siteElsewhere, snippetPage, troubles } from './embeds.js';
import { serve } from './static-server.js';

const LISTEN = '<script>window.told = []; addEventListener("message", ({ data, origin }) => told.push({ data, origin }));</script>';
const ASKED = new URLSearchParams({ graph: 'w = {w}; loss = (w - 2)**2', answer: 'w.grad', vary: 'w: 3..6 first 5', tolerance: '0.01', text: 'What is the gradient at w = {w}?' });

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
test.beforeAll(async () => void (server = await siteElsewhere()));
test.afterAll(() => server.close());

/** A page around the widgets, of another origin. @param {import('@playwright/test').Page} page @param {string} html */
async function openHost(page, html) {
  const host = await serve({ texts: { '/': html } });
  page.once('close', host.close);
  await page.goto(host.address);
}

/** What was told since. @param {import('@playwright/test').Page} page @returns {Promise<any[]>} */
const told = (page) => page.evaluate(() => /** @type {any} */ (window).told.map((/** @type {any} */ { data }) => data));

test('the snippet for a frame shows a figure in a sandbox, as high as it is', async ({ page }) => {
  await openHost(page, snippetPage('iframe', server.address));
  const figure = page.frameLocator('iframe');
  await drawn(figure.locator('backprop-valley'));
  const height = await figure.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  await expect.poll(() => page.locator('iframe').getAttribute('height').then(Number)).toBe(height);
  expect(await figure.locator('html').evaluate((root) => root.scrollHeight <= root.clientHeight)).toBe(true);
});

test('a question in a sandbox tells its answer and its score, and a figure its state', async ({ page }) => {
  const frames = [['question', ASKED], ['valley', 'start=2']].map(([name, hash]) => `<iframe title="${name}" sandbox="allow-scripts" width="700" height="400" src="${server.address}/embed/${name}.html#${hash}"></iframe>`);
  await openHost(page, bare(LISTEN + frames.join('')));
  const question = page.frameLocator('iframe[title="question"]');
  await expect(question.getByText('What is the gradient at w = 5?')).toBeVisible();
  await question.getByRole('textbox').fill('3');
  await question.getByRole('textbox').press('Enter');
  await question.locator('.said.wrong').waitFor();
  await question.getByRole('textbox').fill('6');
  await question.getByRole('button', { name: 'Check' }).click();
  await question.locator('.said.right').waitFor();
  const scores = (await told(page)).filter(({ type }) => type === 'score');
  const head = { source: 'backprop-playground', version: 1, widget: 'question', type: 'score', max: 1 };
  expect(scores).toEqual([{ ...head, score: 0, attempts: 1 }, { ...head, score: 1, attempts: 2 }]);
  expect((await told(page)).filter(({ type }) => type === 'answer').map(({ answer }) => answer.outcome)).toEqual(['wrong', 'right']);
  await question.getByRole('button', { name: 'Another one' }).click();
  await question.getByRole('textbox').fill('1000');
  await question.getByRole('textbox').press('Enter');
  await question.locator('.said.wrong').waitFor();
  await expect.poll(async () => (await told(page)).filter(({ type }) => type === 'score').at(-1)).toEqual({ ...head, score: 0, attempts: 1 });
  const spliced = (await told(page)).filter(({ subject }) => subject === 'SPLICE.reportScoreAndState');
  expect(spliced.map(({ score }) => score)).toEqual([0, 1, 0]);
  expect(new Set(spliced.map((message) => message.message_id)).size).toBe(3);

  const valley = page.frameLocator('iframe[title="valley"]');
  await drawn(valley.locator('backprop-valley'));
  await valley.getByRole('button', { name: 'Step' }).click();
  await expect.poll(async () => (await told(page)).filter(({ type }) => type === 'state').at(-1)?.state).toEqual({ start: 2, rate: 0.4, steps: 1, nudge: 0 });
  const resize = (await told(page)).filter((data) => typeof data === 'string').map((data) => JSON.parse(data));
  expect(resize.at(-1)).toMatchObject({ context: 'iframe.resize', height: expect.any(Number), src: expect.stringContaining('/embed/') });
  expect(await page.evaluate(() => /** @type {any} */ (window).told.every((/** @type {any} */ { origin }) => origin === 'null'))).toBe(true);
});

test('a state that was told is gone on from', async ({ page }) => {
  await page.goto(`${server.address}/embed/valley.html#start=2&state=${encodeURIComponent('{"steps":3,"rate":"no number","constructor":1}')}`);
  await expect(page.locator('.sentence')).toContainText('After 3 steps');
  await page.evaluate(() => (location.hash = '#state=nonsense'));
  await expect(page.getByRole('alert')).toContainText('is no JSON');
});

test('an address injects nothing and is told what is wrong with it', async ({ page }) => {
  const wrong = troubles(page);
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const evil = '<img src=x onerror=alert(1)>';
  const cases = [
    ['valley', `loss=${encodeURIComponent(evil)}`], ['valley', `text=${encodeURIComponent(evil)}`], ['valley', 'onclick=alert(1)&style=color:red'], ['valley', 'lang=%22%3E%3Cscript%3E&theme=%3C/style%3E%3Cscript%3Ealert(1)%3C/script%3E'],
    ['valley', '__proto__=1&constructor=2&wasm=//evil.example/x.wasm&worker=blob:x&base=javascript:alert(1)'], ['question', 'name=__proto__'], ['question', `text=${encodeURIComponent(evil)}`],
    ['graph', `text=${encodeURIComponent(evil)}`], ['valley', '%F8'], ['valley', `state=${'['.repeat(50000)}`],
  ];
  for (const [name, hash] of cases) {
    await page.goto('about:blank');
    await page.goto(`${server.address}/embed/${name}.html#${hash}`);
    await page.locator(`backprop-${name}`).locator('figure, [role="alert"], textarea').first().waitFor();
    expect(await page.evaluate(() => {
      /** @param {ParentNode} root @returns {Element[]} */
      const all = (root) => [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
      return all(document.body).filter((each) => /^(img|script|iframe)$/.test(each.localName) || each.getAttributeNames().some((attribute) => /^on/i.test(attribute))).map((each) => each.outerHTML);
    }), hash).toEqual([]);
  }
  expect(asked.filter((url) => !url.startsWith(server.address) && url !== 'about:blank' && !url.startsWith('blob:'))).toEqual([]);
  expect(wrong).toEqual([]);
});

test('in a notebook the model says what is shown, and state and answers go back into it', async ({ page }) => {
  const script = `
    import widget from '${server.address}/widgets/anywidget.js';
    const values = { kind: 'valley', attributes: { start: 2, tangent: true, onclick: 'alert(1)' }, text: 'A caption' };
    const listeners = {};
    window.model = {
      get: (name) => values[name], set: (name, value) => { values[name] = value; listeners['change:' + name]?.(); },
      save_changes: () => { window.saved = structuredClone(values); }, on: (event, listener) => (listeners[event] = listener), off: (event) => delete listeners[event],
    };
    window.listeners = listeners;
    window.end = await widget.render({ model, el: document.querySelector('div') });
    const mute = { get: (name) => ({ site: '${server.address}', kind: 'valley' })[name], set: () => { throw new Error('not implemented') }, save_changes: () => {}, on: () => {} };
    const copied = await import(URL.createObjectURL(new Blob([await (await fetch('${server.address}/widgets/anywidget.js')).text()], { type: 'text/javascript' })));
    copied.default.render({ model: mute, el: document.querySelector('section') });`;
  const wrong = troubles(page);
  await openHost(page, bare(`<div></div><section></section><script type="module">${script}</script>`));
  const valley = page.locator('div backprop-valley');
  await drawn(valley);
  await valley.getByRole('button', { name: 'Step' }).click();
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).saved?.state)).toEqual({ start: 2, rate: 0.4, steps: 1, nudge: 0 });
  const mute = page.locator('section backprop-valley');
  await mute.getByRole('button', { name: 'Step' }).click();
  await expect(mute.locator('.sentence')).toContainText('1 step');
  await page.evaluate((attributes) => {
    /** @type {any} */ (window).model.set('attributes', attributes);
    /** @type {any} */ (window).model.set('kind', 'question');
  }, Object.fromEntries(ASKED));
  const question = page.locator('div backprop-question');
  await question.getByRole('textbox').fill('6');
  await question.getByRole('button', { name: 'Check' }).click();
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).saved?.answer)).toMatchObject({ widget: 'backprop-question', outcome: 'right' });
  await page.evaluate(() => /** @type {any} */ (window).end());
  expect(await page.evaluate(() => [document.querySelector('div')?.childElementCount, Object.keys(/** @type {any} */ (window).listeners)])).toEqual([0, []]);
  expect(wrong).toEqual([]);
});
