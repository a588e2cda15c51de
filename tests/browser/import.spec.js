// A file is opened in the lab: a run that was kept goes on, a trace of PyTorch's shows which gradient is wrong.

import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { encodePoints } from '../../web/src/data/points.js';
import { expectNothingFromAxe, openLab, runOfCore, shownNumber, test } from './lab.js';

/** @param {import('@playwright/test').Page} page */
async function openImport(page) {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  return page.getByRole('region', { name: 'Import', exact: true });
}

/** @param {import('@playwright/test').Locator} panel @param {string} name @param {string | Buffer} content */
const choose = (panel, name, content) => panel.getByLabel('File').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });

test('a run that was kept is made again, and a file that is none is refused with a sentence', async ({ page }) => {
  await openLab(page, 'dataset=xor&layers=2,4,1&optimizer=adam&step=21&w=W1.0.1:0.5@3');
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(21);
  const loss = await shownNumber(page, 'evaluation.train.loss');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'safetensors', exact: true }).click();
  const file = readFileSync(await (await download).path());
  await page.goto('about:blank');
  await openLab(page);
  const panel = await openImport(page);
  await choose(panel, 'a.json', '{"about": "<img src=x onerror=alert(1)>"}');
  await expect(panel.getByRole('alert')).toContainText('a.json is neither a run that Export has saved');
  await choose(panel, 'run.safetensors', file);
  await expect(panel.getByRole('status')).toContainText('up to step 21. Every weight is that of the file');
  expect(await shownNumber(page, 'status.step')).toBe(21);
  expect(await shownNumber(page, 'evaluation.train.loss')).toBe(loss);
  expect(await page.evaluate(() => location.hash)).toContain('step=21&w=W1.0.1:0.5@3');
});

test('a run whose data are in its file is made again from it, and one that the core refuses is said to be refused', async ({ page }) => {
  const points = Array.from({ length: 8 }, (_, i) => ({ x: 137 * i - 500, y: 700 - 211 * i, label: i % 2 }));
  await openLab(page, `data=${encodePoints({ extent: 6, points })}&layers=2,3,1&step=12`);
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(12);
  const loss = await shownNumber(page, 'evaluation.train.loss');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'JSON', exact: true }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  await page.goto('about:blank');
  await openLab(page);
  const panel = await openImport(page);
  await choose(panel, 'run.json', file);
  await expect(panel.getByRole('status')).toContainText('run.json: the run is made again up to step 12. Every weight is that of the file.');
  expect(await shownNumber(page, 'evaluation.train.loss')).toBe(loss);
  const content = JSON.parse(file);
  content.about.options.batch_size = -3;
  await choose(panel, 'wrong.json', JSON.stringify(content));
  await expect(panel.getByRole('alert')).toContainText('wrong.json: batch_size: ');
  await expect(panel).not.toContainText('is made again');
  expect(await shownNumber(page, 'status.step')).toBe(12);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('backprop-own.')).length), 'of the run that stands').toBe(1);
});

test('of two comparisons the one of the last file counts, whichever is answered first', async ({ page }) => {
  await openLab(page);
  await openImport(page);
  await page.evaluate(() => {
    const later = /** @type {((check: object) => void)[]} */ ([]);
    const ask = () => new Promise((answer) => later.push(answer));
    const check = (/** @type {number} */ rows) => ({ tensors: [], loss: 0, rows, own: true });
    Object.assign(window, { answer: (/** @type {number} */ which) => later[which](check(which + 1)), asked: () => later.length });
    document.body.prepend(Object.assign(document.createElement('backprop-import'), { id: 'alone', frame: { run: 1 }, ask }));
  });
  const panel = page.locator('#alone');
  const trace = JSON.stringify([{ name: '0.weight', value: [[1, 2]], grad: [[1, 2]] }]);
  for (const count of [1, 2]) {
    await choose(panel, `${count}.json`, trace);
    await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).asked())).toBe(count);
  }
  for (const which of [1, 0]) await page.evaluate((which) => /** @type {any} */ (window).answer(which), which);
  await expect(panel).toContainText('its own batch of 2');
});

test('the weights of a file are compared with those of its own run alone, as the file tells of it', async ({ page }) => {
  await openLab(page);
  await openImport(page);
  await page.evaluate(() => {
    const alone = /** @type {any} */ (Object.assign(document.createElement('backprop-import'), { id: 'alone', frame: {}, ask: async () => ({ values: [9, 9, 9] }) }));
    /** @type {object} */
    let link;
    alone.addEventListener('change', (/** @type {any} */ { detail }) => (link = detail.open ?? link));
    const frame = (/** @type {number} */ run, /** @type {number} */ step, /** @type {object[]} */ edits = []) => Object.assign(alone, { frame: { run, status: { step }, record: { edits } } }).updateComplete;
    Object.assign(window, { frame, stand: (/** @type {number} */ run) => (alone.opened = { link, refused: '', run }) });
    document.body.prepend(alone);
  });
  const panel = page.locator('#alone');
  const file = JSON.stringify({ about: { playground: 1, step: 100, options: { layers: [2, 1] } }, parameters: { W1: [[1, 2]], b1: [3] } });
  const frames = (/** @type {[number, number, object[]?][]} */ ...list) => page.evaluate(async (list) => {
    for (const [run, step, edits] of list) await /** @type {any} */ (window).frame(run, step, edits);
  }, list);
  const opened = async (/** @type {number} */ run, /** @type {number} */ step) => {
    await choose(panel, 'run.json', file);
    await expect(panel.getByRole('status')).toHaveText('run.json: its run is being made.');
    await frames([run, step]);
    await page.evaluate((run) => /** @type {any} */ (window).stand(run), run);
  };
  const otherWeights = panel.getByRole('alert').filter({ hasText: 'has other weights here than the file' });
  await opened(2, 50);
  await expect(panel.getByRole('status')).toContainText('It stands at step 50, and the file at 100.');
  await frames([2, 100, [{ step: 60, lr: 0.5 }]], [3, 100], [2, 100]);
  await expect(otherWeights).toHaveCount(0);
  await opened(4, 50);
  await frames([4, 100]);
  await expect(otherWeights).toBeVisible();
});

test('the gradients of a trace stand beside the core\'s, and a wrong one is seen', async ({ page }) => {
  const layers = [2, 3, 1];
  const trainer = await runOfCore({ dataset: 'xor', layers, dtype: 'float64', seed: 5 }, 0);
  const { values, gradients } = trainer.parameters();
  const part = (/** @type {ArrayLike<number>} */ block, /** @type {number} */ from, /** @type {number} */ to) => Array.from(block).slice(from, to);
  const rows = (/** @type {number[]} */ flat, /** @type {number} */ columns) => Array.from({ length: flat.length / columns }, (_, i) => flat.slice(i * columns, (i + 1) * columns));
  const trace = [
    { name: '0.weight', value: rows(part(values, 0, 6), 2), grad: rows(part(gradients, 0, 6), 2) }, { name: '0.bias', value: part(values, 6, 9), grad: part(gradients, 6, 9) },
    { name: '2.weight', value: [part(values, 9, 12)], grad: [part(gradients, 9, 12)] }, { name: '2.bias', value: part(values, 12, 13), grad: part(gradients, 12, 13) },
  ];
  await openLab(page, 'dataset=xor&seed=5');
  const panel = await openImport(page);
  await choose(panel, 'trace.json', JSON.stringify(trace));
  await expect(panel).toContainText("All 4 gradients agree with the core's.");
  trace[0].grad[1] = [0, 0];
  await choose(panel, 'trace.json', JSON.stringify(trace));
  await expect(panel).toContainText('1 of 4 gradients differ: 0.weight.');
  await expect(panel.getByRole('row', { name: /0\.weight/ })).toContainText('✗ 2 differ');
  await expectNothingFromAxe(page);
  await panel.getByRole('button', { name: 'Begin a run with these weights' }).click();
  await expect(panel.getByRole('status')).toHaveText('The trace: a run begins with its weights. Every weight is that of the file.');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('w=W1.0.0:');
  expect(await shownNumber(page, 'status.step')).toBe(0);
});
