// A network leaves the page as files that hold what the page shows, to the bit.
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { readState } from '../../web/src/export/read.js';
import { openText } from './graph-page.js';
import { openLab, runOfCore, shownNumber, test } from './lab.js';

test('every format is saved with the weights of the run at its step', async ({ page }) => {
  const step = 200;
  await openLab(page, `dataset=xor&optimizer=adam&layers=2,4,1&step=${step}`);
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(step);
  const values = Array.from((await runOfCore({ dataset: 'xor', optimizer: 'adam', layers: [2, 4, 1] }, step)).parameters().values);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Export', exact: true });
  /** @param {string} name of the button */
  const saved = async (name) => {
    const download = page.waitForEvent('download');
    await panel.getByRole('button', { name, exact: true }).click();
    const file = await download;
    expect(file.suggestedFilename()).toContain(`network-${step}.`);
    await expect(panel.getByRole('status')).toContainText(`${name} saved`);
    return readFileSync(await file.path());
  };
  for (const name of ['safetensors', 'NumPy arrays', 'JSON']) {
    const read = readState(new Uint8Array(await saved(name)));
    expect(read?.about.step).toBe(step);
    expect(read?.tensors.flatMap(({ data }) => Array.from(data))).toEqual(values);
  }
  for (const name of ['PyTorch script', 'NumPy script', 'JAX script']) expect((await saved(name)).toString()).toContain('def prove_gradients():');
  expect((await saved('ONNX model')).toString('latin1')).toContain('Gemm');
  // Reading the optimizer's memory went a step back and forth: the run stands where it stood.
  expect(await shownNumber(page, 'status.step')).toBe(step);
});

test('with gradients that are wrong on purpose a script is refused beside the button', async ({ page }) => {
  await openLab(page, 'dataset=xor&fault=forgotten_derivative');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('button', { name: 'PyTorch script' }).click();
  await expect(page.getByRole('region', { name: 'Export', exact: true }).getByRole('alert')).toContainText('wrong on purpose');
});

test('a graph is saved as a picture of its numbers, in strokes and in pixels, and as text', async ({ page }) => {
  await openText(page, 'x = 2\ny = x**2 + 3*x + 1');
  await page.getByRole('tab', { name: 'Export', exact: true }).click();
  /** @param {string} name of the button */
  const saved = async (name) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    return readFileSync(await (await download).path());
  };
  expect((await saved('SVG')).toString()).toContain('∂y/∂x = 7');
  const png = await saved('PNG');
  expect([png.toString('latin1', 1, 4), png.readUInt32BE(16) > 800]).toEqual(['PNG', true]);
  expect((await saved('CSV')).toString()).toMatch(/\n0,x,parameter,,,0,2,7\n/);
  await expect(page.getByRole('status').filter({ hasText: 'saved as graph.csv' })).toBeVisible();
});
