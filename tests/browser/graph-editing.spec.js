// Edits of a graph in the picture: two hundred at random and back, undo, refusals, what is selected.

import { expect } from '@playwright/test';
import { programOf } from '../web/program-of.js';
import { button, expectPictureOfText, LESSON, openText, textOf } from './graph-page.js';
import { test } from './lab.js';

/**
 * One edit by the page's own controls: of a node, by the palette's request, or by a button, list or field of the node's tools.
 * @param {import('@playwright/test').Page} page @param {{ select: number | null, asks?: object[], button?: string, list?: string, value?: string, at?: number, field?: string }} what
 */
const editBy = (page, what) => page.evaluate(async ({ select, asks = [], button: label, list, value, at = 0, field }) => {
  const graph = /** @type {any} */ (document.querySelector('backprop-graph'));
  const done = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await graph.store.idle();
    await graph.updateComplete;
  };
  const palette = graph.renderRoot.querySelector('backprop-graph-palette');
  for (const detail of [{ select }, ...asks]) {
    palette.dispatchEvent(new CustomEvent('change', { detail, bubbles: true, composed: true }));
    await done();
  }
  const tools = graph.renderRoot.querySelector('backprop-graph-node-tools');
  await tools?.updateComplete;
  const controls = [...(tools?.renderRoot.querySelectorAll('button, select, input.name, backprop-stepper') ?? [])];
  const labelled = (/** @type {string} */ text) => controls.find((each) => each.matches('select') && each.closest('label').textContent.trim().startsWith(text));
  if (list) {
    const control = labelled(list);
    if (control) {
      control.selectedIndex = at % control.options.length;
      control.dispatchEvent(new Event('change'));
      await tools.updateComplete;
      [...tools.renderRoot.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Connect')?.click();
    }
  }
  if (field) {
    const control = field === 'name' ? controls.find((each) => each.matches('input.name')) : controls.find((each) => each.matches('backprop-stepper'))?.renderRoot.querySelector('input');
    if (control) {
      control.value = value;
      control.dispatchEvent(new Event('change'));
    }
  }
  if (label) controls.find(({ textContent }) => textContent.trim() === label)?.click();
  await done();
}, what);

test('two hundred random edits keep picture and text one, undo leads back to the byte and redo to the end', async ({ page }) => {
  test.setTimeout(300_000);
  await openText(page, LESSON);
  let state = 26;
  const random = (/** @type {number} */ below) => Math.floor(((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32) * below);
  const ops = [[], ['tanh', 'exp', 'relu', 'neg', 'sigmoid', 'sin'], ['add', 'sub', 'mul', 'div', 'max']];
  const area = textOf(page);
  const texts = [LESSON];
  for (let tries = 0; texts.length <= 200 && tries < 700; tries++) {
    const before = /** @type {string} */ (texts.at(-1));
    const { nodes } = programOf(before);
    const node = random(Math.max(nodes.length, 1));
    const select = nodes.length ? node : null;
    const arity = 1 + random(2);
    const other = nodes.length && random(2) ? random(nodes.length) : { number: random(64) / 8 };
    const begin = { begin: ops[arity][random(ops[arity].length)] };
    const operands = [...(nodes.length ? [] : [{ operand: { number: random(9) } }]), ...(arity === 2 ? [{ operand: other }] : [])];
    const edits = [
      { asks: [begin, ...operands, { action: 'cancel' }] },
      { button: 'Delete' },
      { list: 'operand', at: random(1000) },
      { list: 'operation', at: random(1000) },
      { field: 'name', value: `n${random(1e5)}` },
      { button: 'Swap' },
      { field: 'value', value: String(random(800) / 16 - 20) },
    ];
    await editBy(page, { select, ...edits[nodes.length < 4 ? 0 : nodes.length > 16 ? 1 + random(2) : random(7)] });
    const after = await area.inputValue();
    if (after === before) continue;
    texts.push(after);
    await expectPictureOfText(page);
  }
  expect(texts.length, 'too many edits are refused').toBe(201);
  const all = async (/** @type {'undo' | 'redo'} */ name) => {
    await page.getByRole('heading', { name: 'Text' }).click();
    for (let tries = 0; tries < 250 && (await button(page, name).isEnabled()); tries++) await page.keyboard.press(name === 'undo' ? 'Control+z' : 'Control+Shift+z');
    return area.inputValue();
  };
  expect(await all('undo')).toBe(LESSON);
  await expectPictureOfText(page);
  expect(await all('redo')).toBe(texts.at(-1));
  await expectPictureOfText(page);
});

test('the whole page undoes and redoes typing, edits and sliders, each as one step, by buttons and by keys', async ({ page }) => {
  await openText(page, LESSON);
  const area = textOf(page);
  await area.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('z = y');
  await page.keyboard.press('Control+z');
  await expect(area).toHaveValue(`${LESSON}z = `);
  await page.keyboard.press('Control+y');
  await expect(area).toHaveValue(`${LESSON}z = y`);
  const slider = page.getByRole('slider', { name: 'value of x' });
  for (const value of ['2.5', '4', '3']) await slider.fill(value);
  await expect(area).toHaveValue(/x = 3\n/);
  await page.getByRole('heading', { name: 'Text' }).click();
  await page.keyboard.press('Control+z');
  await expect(area).toHaveValue(`${LESSON}z = y`);
  await page.keyboard.press('Control+Shift+Z');
  await expect(area).toHaveValue(/x = 3\n/);
  while (await button(page, 'undo').isEnabled()) await button(page, 'undo').click();
  await expect(area).toHaveValue(LESSON);
});

test('a refusal is said beside the field, what was typed stays, and the text too', async ({ page }) => {
  await openText(page, LESSON);
  await page.getByRole('group', { name: /^b = 3\*x:/ }).click();
  const name = page.getByRole('textbox', { name: 'name it' });
  await name.pressSequentially('tanh');
  await name.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(/`tanh` is a function; another name would be right/);
  await expect(name).toHaveValue('tanh');
  await expect(textOf(page)).toHaveValue(LESSON);
  await name.press('Control+a');
  await name.pressSequentially('h');
  await name.press('Enter');
  await expect(textOf(page)).toHaveValue('# x is used twice\nx = 2\nh = 3*x\ny = x**2 + h + 1\n');
  await expect(page.getByRole('group', { name: 'Edit' }).getByText('h = 3*x')).toBeVisible();
});

test('a click in the text selects the node that stands there', async ({ page }) => {
  await openText(page, LESSON);
  const character = await textOf(page).evaluate((area) => {
    const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    pen.font = getComputedStyle(area).font;
    return pen.measureText('0').width;
  });
  const edit = page.getByRole('group', { name: 'Edit' });
  const at = (/** @type {number} */ column) => ({ position: { x: 6 + (column - 0.5) * character, y: 8 + 2.5 * 24 } });
  await textOf(page).click(at(13));
  await expect(edit.getByText('b = 3*x')).toBeVisible();
  await expect(page.getByText(/line 3, column 1[34]/)).toBeVisible();
  await textOf(page).click(at(12));
  await expect(edit.getByText('Constant 3')).toBeVisible();
  await textOf(page).click(at(14));
  await expect(edit.getByText('Variable x')).toBeVisible();
  await expect(textOf(page)).toBeFocused();
});

test('the last node can be deleted, and backward() goes with what it was called on', async ({ page }) => {
  await openText(page, 'x = 2\ny = x*x\ny.backward()\n');
  const strip = page.getByRole('group', { name: 'Edit' });
  await page.getByRole('group', { name: /^Variable x/ }).getByText('leaf').click();
  await strip.getByRole('button', { name: 'Delete' }).click();
  await expect(textOf(page)).toHaveValue('y = 2*2\n');
  await openText(page, 'x = 2\n');
  await page.getByRole('group', { name: /^Variable x/ }).getByText('leaf').click();
  await strip.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Nothing is here yet.')).toBeVisible();
});
