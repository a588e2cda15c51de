// The picture of the graph page: what stands where, what steps and edits do to it, folding, matrices, gestures, keys.

import { expect } from '@playwright/test';
import { expectNothingFromAxe, shownNumber, test } from './lab.js';

/** @import { Page } from '@playwright/test' */

const NEURON = 'x1 = 2.0\nx2 = 0.0\nw1 = -3.0\nw2 = 1.0\nb = 6.8813735870195432\nn = x1*w1 + x2*w2 + b\no = tanh(n)';
const MATRIX = 'W = [[1, 2], [3, -4]]\nv = [0.5, -1]\ny = (W @ v).tanh().sum()';
const units = Array.from({ length: 14 }, (_, i) => i + 1);
const MLP = [
  'x1 = 0.5\nx2 = -1.2',
  ...units.map((i) => `w${i}_1 = 0.${i}\nw${i}_2 = -0.${i}\nb${i} = 0.1\nh${i} = tanh(w${i}_1*x1 + w${i}_2*x2 + b${i})`),
  ...units.map((i) => `v${i} = 0.${i}`),
  `y = ${units.map((i) => `v${i}*h${i}`).join(' + ')}`,
].join('\n');

/** @param {Page} page @param {string} [text] @param {string} [output] whose name shows that the text was read */
async function open(page, text, output = 'y') {
  await page.goto('./#graph');
  await expect(page.getByText('4 operations, 1 variable, 3 constants')).toBeVisible();
  if (text) await page.getByRole('textbox', { name: 'Text of the graph' }).fill(text);
  await expect(page.locator(`[data-key="gradient.${output}"]`)).toBeVisible();
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (document.querySelector('backprop-graph')).store.state.frame.source)).toBe(text ?? '# x is used twice\nx = 2\ny = x**2 + 3*x + 1\n');
  await settled(page);
}

/** Until nothing moves. @param {Page} page */
async function settled(page) {
  const picture = page.locator('backprop-graph-picture');
  await expect.poll(() => picture.evaluate((host) => host.shadowRoot?.getAnimations?.().filter(({ playState }) => playState === 'running').length ?? 0)).toBe(0);
}

/** @param {Page} page */
const places = (page) => page.locator('backprop-graph-picture .node').evaluateAll((nodes) => nodes.map((node) => /** @type {HTMLElement} */ (node).style.cssText));

/** Elements whose text is wider or higher than they are. @param {Page} page */
const cut = (page) => page.locator('backprop-graph-picture').evaluate((host) =>
  [.../** @type {ShadowRoot} */ (host.shadowRoot).querySelectorAll('.row, .total, .value, .head, .cell, .list, .small, .node > *')]
    .filter((element) => {
      if (element.matches('.plug, .socket')) return false;
      const [inner, node] = [element.getBoundingClientRect(), /** @type {Element} */ (element.closest('.node')).getBoundingClientRect()];
      return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1 || inner.right > node.right + 1 || inner.bottom > node.bottom + 1;
    })
    .map((element) => `${element.className}: ${element.textContent?.trim().replace(/\s+/g, ' ')}`));

for (const [name, text, output] of [['lesson', undefined, 'y'], ['neuron', NEURON, 'o'], ['matrix', MATRIX, 'y'], ['folded network', MLP, 'y']]) {
  test(`in the ${name} no text is cut, and no label lies on a node`, async ({ page }) => {
    await open(page, text, output);
    expect(await cut(page)).toEqual([]);
    const overlaps = await page.locator('backprop-graph-picture').evaluate((host) => {
      const all = (/** @type {string} */ selector) => [.../** @type {ShadowRoot} */ (host.shadowRoot).querySelectorAll(selector)].map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }));
      return all('.local > span, .bead').flatMap((label) => all('.node').filter(({ box }) => box.left < label.box.right && label.box.left < box.right && box.top < label.box.bottom && label.box.top < box.bottom).map((node) => `${label.text} on ${node.text}`));
    });
    expect(overlaps).toEqual([]);
  });
}

test('a step moves no node, and the bead says what is sent', async ({ page }) => {
  await open(page);
  const before = await places(page);
  await expect(page.locator('.bead')).toHaveText('1 × 4 = 4');
  for (let i = 0; i < 6; i++) {
    await page.getByRole('button', { name: 'Step back' }).click();
    expect(await places(page)).toEqual(before);
  }
  await expect(page.locator('.bead')).toHaveCount(0);
});

test('an arrow head stands at each edge whose contribution has arrived, and at no other', async ({ page }) => {
  await open(page);
  await expect(page.locator('.arrow')).toHaveCount(5);
  await page.getByRole('button', { name: 'Step back' }).click();
  await expect(page.locator('.arrow')).toHaveCount(4);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.locator('.arrow')).toHaveCount(0);
});

test('an edge lands on the row of its own contribution', async ({ page }) => {
  await open(page);
  const offsets = await page.locator('backprop-graph-picture').evaluate((host) => {
    const root = /** @type {ShadowRoot} */ (host.shadowRoot);
    const rows = [...root.querySelectorAll('.row')].map((row) => row.getBoundingClientRect());
    const arrows = [...root.querySelectorAll('.arrow')].map((arrow) => arrow.getBoundingClientRect());
    return rows.map((row) => Math.min(...arrows.map((arrow) => Math.abs(arrow.top + arrow.height / 2 - row.top - row.height / 2) + Math.abs(arrow.left - row.right))));
  });
  expect(offsets.length).toBe(2);
  for (const offset of offsets) expect(offset).toBeLessThan(4);
});

test('numbers carry their full value under a path', async ({ page }) => {
  await open(page);
  expect(await shownNumber(page, 'contribution.b.x')).toBe(3);
  await open(page, NEURON, 'o');
  expect(await shownNumber(page, 'value.n')).toBe(0.8813735870195432);
  expect(await shownNumber(page, 'gradient.w1')).toBeCloseTo(1, 12);
  expect(await shownNumber(page, 'local.a.w1.1')).toBe(2);
});

test('kept nodes glide to their places, and with reduced motion they stand there at once', async ({ page }) => {
  await open(page);
  const moving = () => page.evaluate(() => {
    const host = /** @type {any} */ (document.querySelector('backprop-graph'));
    const picture = host.shadowRoot.querySelector('backprop-graph-picture');
    let most = 0;
    return new Promise((resolve) => {
      const look = () => {
        most = Math.max(most, picture.shadowRoot.getAnimations().length);
        if (performance.now() - start < 1500) requestAnimationFrame(look);
        else resolve(most);
      };
      const start = performance.now();
      host.store.change({ open: start % 2 > 1 ? 'x = 2\ny = x**2 + 3*x + 1 + x**3\n' : 'x = 2\ny = x**2 + 3*x + 1 + x**4\n' });
      look();
    });
  });
  expect(await moving()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('textbox', { name: 'Text of the graph' }).fill('x = 2\ny = x*x\n');
  expect(await moving()).toBe(0);
});

test('a large network is folded into layers that open by a click, by Enter, and all at once', async ({ page }) => {
  await open(page, MLP);
  const nodes = page.locator('backprop-graph-picture .node');
  await expect(nodes).toHaveCount(6);
  const layer = page.getByRole('group', { name: 'Layer h1…h14: 14 values, 70 operations' });
  await expect(layer.locator('[data-key="value.h1"]')).not.toHaveAttribute('data-value', '');
  await layer.getByText('h1…h14').click();
  await expect(nodes).toHaveCount(19);
  await expect(page.getByRole('group', { name: 'Folded, 5 operations: h3 =' })).toBeVisible();
  await page.getByRole('group', { name: 'Folded, 5 operations: h3 =' }).focus();
  await page.keyboard.press('Enter');
  await expect(nodes).toHaveCount(23);
  await page.getByRole('button', { name: 'Unfold all' }).click();
  await expect(page.getByRole('button', { name: 'Fold all' })).toBeVisible();
  await page.getByRole('button', { name: 'Fold all' }).click();
  await expect(nodes).toHaveCount(6);
});

test('a matrix shows its entries, takes a new one, and its gradient follows', async ({ page }) => {
  await open(page, MATRIX);
  const w = page.getByRole('group', { name: 'Variable W, 2 × 2' });
  await expect(w.getByText('2 × 2')).toBeVisible();
  const entry = w.getByRole('textbox', { name: 'W, entry 2, 1' });
  await expect(entry).toHaveValue('3');
  const before = await page.locator('[data-key="gradient.W"]').getAttribute('data-value');
  await entry.fill('2.5');
  await entry.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Text of the graph' })).toHaveValue('W = [[1, 2], [2.5, -4]]\nv = [0.5, -1]\ny = (W @ v).tanh().sum()');
  await expect(page.locator('[data-key="gradient.W"]')).not.toHaveAttribute('data-value', String(before));
});

test('a large matrix shows a heat map, its extremes, and the entry that the arrow keys are on', async ({ page }) => {
  await open(page, 'x = 2\ny = (x*[[-2, -1, 0, 1, 2, 3, 4, 5]]).sum()');
  const heat = page.getByRole('img', { name: /1 × 8, from −2 to 5/ });
  await heat.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('[0, 1] = −1')).toBeVisible();
});

/** @param {Page} page @param {import('@playwright/test').Locator} from @param {import('@playwright/test').Locator} to @param {number} height of the target, from 0 to 1 */
async function drag(page, from, to, height) {
  await from.hover();
  const plug = await from.locator('.plug').boundingBox();
  const target = await to.boundingBox();
  if (!plug || !target) throw new Error('nothing to drag');
  await page.mouse.move(plug.x + plug.width / 2, plug.y + plug.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x - 20, target.y, { steps: 4 });
  await page.mouse.move(target.x + 12, target.y + target.height * height, { steps: 4 });
  await expect(page.locator('.socket')).toBeVisible();
  await page.mouse.up();
}

test('a wire drawn from a node to an operand connects them, in the text as well', async ({ page }) => {
  await open(page, 'x = 2\nw = 5\ny = x * 3\nz = y - w', 'z');
  await drag(page, page.getByRole('group', { name: 'Variable x' }), page.getByRole('group', { name: 'z = y - w' }), 0.7);
  await expect(page.getByRole('textbox', { name: 'Text of the graph' })).toHaveValue('x = 2\nw = 5\ny = x * 3\nz = y - x');
});

test('a number is dragged, a node is selected by click and let go by Escape, and deleted by its key', async ({ page }) => {
  await open(page);
  const text = page.getByRole('textbox', { name: 'Text of the graph' });
  const number = page.locator('.drag');
  const box = await number.boundingBox();
  if (!box) throw new Error('no number');
  await page.mouse.move(box.x + 4, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 24, box.y + 8, { steps: 5 });
  await page.mouse.up();
  await expect(text).toHaveValue(/x = 2\.5\n/);
  const b = page.getByRole('group', { name: 'b = 3*x' });
  await b.getByText('3*x').click();
  await expect(b).toHaveClass(/selected/);
  await b.focus();
  await page.keyboard.press('Escape');
  await expect(b).not.toHaveClass(/selected/);
  await page.keyboard.press('Enter');
  await expect(b).toHaveClass(/selected/);
  await page.keyboard.press('Delete');
  await expect(text).toHaveValue(/y = x\*\*2 \+ 3 \+ 1/);
  await expect(page.locator('backprop-graph-picture .node[tabindex="0"]')).toBeFocused();
});

test('up goes to an operand and down to a use, and what is focused comes into view', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page);
  await page.getByRole('group', { name: 'Variable x' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('group', { name: 'a = x**2' })).toBeFocused();
  await page.keyboard.press('End');
  const y = page.getByRole('group', { name: 'y = c + 1' });
  await expect(y).toBeFocused();
  await expect(y).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('group', { name: 'c = a + b' })).toBeFocused();
});

test('on a phone the nodes of the step are in view, at a scale that can be read', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, NEURON, 'o');
  for (let i = 0; i < 9; i++) await page.getByRole('button', { name: 'Step back' }).click();
  for (let i = 0; i < 3; i++) {
    await page.getByRole('button', { name: 'Step forward' }).click();
    await expect(page.locator('backprop-graph-picture .node.active').first()).toBeInViewport({ ratio: 0.5 });
  }
  const { fontSize, scale } = await page.locator('backprop-graph-picture').evaluate((host) => ({
    fontSize: Number.parseFloat(getComputedStyle(/** @type {Element} */ (host.shadowRoot?.querySelector('.local'))).fontSize), scale: /** @type {any} */ (host).viewport.scale,
  }));
  expect(fontSize * scale).toBeGreaterThan(8);
});

test('the ground is dragged, the wheel with Ctrl and the buttons zoom, and Fit brings everything back', async ({ page }) => {
  await open(page);
  const x = page.getByRole('group', { name: 'Variable x' });
  const fitted = await x.boundingBox();
  for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Zoom in' }).click();
  const stage = await page.locator('.stage').boundingBox();
  if (!stage || !fitted) throw new Error('no picture');
  const before = await x.boundingBox();
  await page.mouse.move(stage.x + stage.width / 2, stage.y + 12);
  await page.mouse.down();
  await page.mouse.move(stage.x + stage.width / 2 + 60, stage.y + 32, { steps: 3 });
  await page.mouse.up();
  const after = await x.boundingBox();
  expect(Number(after?.x)).toBeCloseTo(Number(before?.x) + 60, 0);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 200);
  await page.keyboard.up('Control');
  await expect.poll(async () => Number((await x.boundingBox())?.width)).toBeLessThan(Number(after?.width));
  await page.getByRole('button', { name: 'Fit' }).click();
  await expect.poll(async () => (await x.boundingBox())?.width).toBeCloseTo(fitted.width, 1);
});

for (const [name, text] of [['matrix', MATRIX], ['folded network', MLP]]) {
  test(`axe finds nothing on the ${name}`, async ({ page }) => {
    test.slow(); // axe reads every node; a loaded machine takes its time
    await open(page, text);
    await expectNothingFromAxe(page);
  });
}
