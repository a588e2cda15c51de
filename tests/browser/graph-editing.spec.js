// Editing on the graph page: built by pointer or by keys alone, two hundred random edits and back, hostile texts, undo, the address.

import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { programOf } from '../web/program-of.js';
import { expectPictureOfText, openText, paste, spoken, textOf } from './graph-page.js';
import { expectNothingFromAxe, shownNumber, test } from './lab.js';

const LESSON = '# x is used twice\nx = 2\ny = x**2 + 3*x + 1\n';

/** @param {import('@playwright/test').Page} page @param {string} name */
const button = (page, name) => page.getByRole('button', { name, exact: true });

test('the lesson is built from an empty text by pointer alone, and x.grad is 7', async ({ page }) => {
  await openText(page, '');
  await expect(page.getByText('Nothing is here yet.')).toBeVisible();
  await button(page, 'variable').click();
  await button(page, 'Add variable').click();
  await expect(textOf(page)).toHaveValue('x = 2');
  await button(page, 'pow').click();
  await expect(page.getByText('Choose the second operand of ^ (pow)')).toBeVisible();
  await button(page, 'Use number').click();
  await expect(textOf(page)).toHaveValue('x = 2\na = x**2');
  await page.getByRole('group', { name: 'Variable x' }).getByText('leaf').click();
  await button(page, 'mul').click();
  await page.getByRole('group', { name: 'new number' }).getByRole('button', { name: 'more' }).click();
  await button(page, 'Use number').click();
  await expect(textOf(page)).toHaveValue('x = 2\na = x**2\nb = x * 3');
  await button(page, 'add').click();
  await page.getByRole('group', { name: /^a = x\*\*2:/ }).click();
  await expect(textOf(page)).toHaveValue(/\nc = b \+ a$/);
  await button(page, 'add').click();
  await page.getByRole('group', { name: 'new number' }).getByRole('button', { name: 'less' }).click();
  await button(page, 'Use number').click();
  await expect(textOf(page)).toHaveValue('x = 2\na = x**2\nb = x * 3\nc = b + a\nd = c + 1');
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(7);
  await expectPictureOfText(page);
});

test('the lesson is built from an empty text by keys alone, and x.grad is 7', async ({ page }) => {
  await openText(page, '');
  const { keyboard } = page;
  /** @param {import('@playwright/test').Locator} wanted @param {'Tab' | 'Shift+Tab'} [key] */
  const tabTo = async (wanted, key = 'Tab') => {
    for (let tries = 0; tries < 40 && !(await wanted.evaluate((element) => element.matches(':focus'))); tries++) await keyboard.press(key);
    await expect(wanted).toBeFocused();
  };
  await tabTo(button(page, 'variable'));
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'name' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(textOf(page)).toHaveValue('x = 2');
  await expect(button(page, 'add')).toBeFocused();
  for (let i = 0; i < 4; i++) await keyboard.press('ArrowRight');
  await expect(button(page, 'pow')).toBeFocused();
  await keyboard.press('Enter');
  const number = page.getByRole('textbox', { name: 'new number' });
  await tabTo(number);
  await keyboard.press('Enter');
  await expect(textOf(page)).toHaveValue('x = 2\na = x**2');
  await expect(button(page, 'pow')).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  await expect(page.getByText('Choose the first operand of × (mul)')).toBeVisible();
  await tabTo(number);
  await keyboard.type('3');
  await keyboard.press('Enter');
  await expect(page.getByText('Choose the second operand of × (mul)')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Choose the second operand of × (mul)' })).toBeFocused();
  await tabTo(button(page, 'Use node'));
  await keyboard.press('Enter');
  await expect(textOf(page)).toHaveValue('x = 2\na = x**2\nb = 3 * x');
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  await tabTo(page.getByRole('group', { name: /^Variable x/ }));
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('group', { name: /^a = x\*\*2:/ })).toBeFocused();
  await keyboard.press('Enter');
  await expect(textOf(page)).toHaveValue(/\nc = b \+ a$/);
  await tabTo(button(page, 'add'), 'Shift+Tab');
  await keyboard.press('Enter');
  await tabTo(number);
  await keyboard.type('1');
  await keyboard.press('Enter');
  await expect(textOf(page)).toHaveValue('x = 2\na = x**2\nb = 3 * x\nc = b + a\nd = c + 1');
  await tabTo(page.getByRole('textbox', { name: 'name it' }).or(page.getByRole('textbox', { name: 'name', exact: true })));
  await keyboard.press('Control+a');
  await keyboard.type('y');
  await keyboard.press('Enter');
  await expect(textOf(page)).toHaveValue(/\ny = c \+ 1$/);
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(7);
});

test('keys walk the ten nodes in the order of computing, and each is spoken as a sentence', async ({ page }) => {
  await openText(page, 'x = 2\nw = 3\na = x*w\nb = tanh(a)\nc = b + x\nd = c*c\ne1 = exp(b)\nf = d - e1\ng = f/w\nh = relu(g)\n');
  await expectPictureOfText(page);
  const said = await spoken(page);
  expect(said.length).toBe(10);
  await page.getByRole('group', { name: said[0] }).focus();
  for (let at = 0; at < 10; at++) {
    await expect(page.getByRole('group', { name: said[at], exact: true })).toBeFocused();
    expect(said[at]).toMatch(/^(Variable \w+|\w+ = .+): value [−\d.e]+, gradient [−\d.e]+\.$/);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Edit' }).getByText('h = relu(g)')).toBeVisible();
});

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

const { cases } = JSON.parse(readFileSync(new URL('../golden/bad_inputs.json', import.meta.url), 'utf8'));
const texts = cases.filter((/** @type {any} */ { surface }) => surface === 'expr').map((/** @type {any} */ { id, input, input_parts: parts }) =>
  ({ id, text: input ?? parts.map((/** @type {[string, number]} */ [piece, times]) => piece.repeat(times)).join('') }));

test('hostile texts are answered at their line and column, the last good graph stays, and the next good text works', async ({ page }) => {
  test.setTimeout(180_000);
  await openText(page, LESSON);
  const good = await spoken(page);
  for (const { id, text } of texts) {
    const isTooLong = text.split('\n').length > 20_000;
    const { errors, nodes } = programOf(isTooLong ? LESSON : text);
    const start = Date.now();
    if (text.length > 5000) await paste(page, text);
    else await textOf(page).fill(text);
    const status = page.locator('#status');
    if (isTooLong) await expect(page.getByRole('alert'), id).toHaveText('Not pasted: 1000001 lines are more than this field can hold; up to 20000 would be right');
    else if (errors.length) {
      const [{ line, column, message }] = errors;
      await expect(status, id).toHaveText(`line ${line}, column ${column}: ${message}`);
      expect(await spoken(page), id).toEqual(good);
    } else await expect(status, id).toHaveText(nodes.length ? /operations?, / : 'Nothing yet: y = x**2 is a beginning.');
    expect(Date.now() - start, id).toBeLessThan(5000);
    await textOf(page).fill(LESSON);
    await expect.poll(() => shownNumber(page, 'gradient.x'), id).toBe(7);
    expect(await spoken(page), id).toEqual(good);
  }
});

test('ten thousand pasted lines are refused in words, and one undo brings back what was', async ({ page }) => {
  await openText(page, LESSON);
  await paste(page, `x = 2\n${Array.from({ length: 10000 }, (_, i) => `v${i} = x*${i}`).join('\n')}`);
  await expect(page.locator('#status')).toHaveText(/more than a picture can hold; up to 5000/, { timeout: 20_000 });
  await page.keyboard.press('Control+z');
  await expect(page.locator('#status')).toHaveText('4 operations, 1 variable, 3 constants');
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

test('the address holds the text, reload brings it, and a broken address says so', async ({ page }) => {
  await openText(page, LESSON);
  const entries = await page.evaluate(() => history.length);
  const text = 'σ = [[1, 2], [3, 4]]\n# a_b ~ 50 %\ny = sum(σ @ σ)\n';
  await textOf(page).fill(text);
  await expect(page).toHaveURL(/#graph=%CF%83_=_%5B%5B1,_2%5D/);
  await page.reload();
  await expect(textOf(page)).toHaveValue(text);
  await expect(page.locator('[data-key="gradient.σ"]')).toHaveAttribute('data-value', '7,11,9,13');
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.getByRole('link', { name: 'Network' }).click();
  await expect(button(page, 'Reset').first()).toBeEnabled();
  await page.getByRole('link', { name: 'Graph' }).click();
  await expect(textOf(page)).toHaveValue(text);
  await expect(button(page, 'undo')).toBeVisible();
  await page.goto('./#graph=x%ZZ');
  await expect(page.getByRole('alert')).toHaveText(/`%ZZ` after #graph= is no character/);
  await expect(textOf(page)).toHaveValue(text);
  await page.goto('./#graph=q_=_5');
  await expect(textOf(page)).toHaveValue('q = 5');
});

test('the lab that is left waits where it was', async ({ page }) => {
  await page.goto('./#lr=0.1');
  await expect(button(page, 'Reset')).toBeEnabled();
  await button(page, 'Play').click();
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(5);
  await page.getByRole('link', { name: 'Graph' }).click();
  await expect(textOf(page)).toBeVisible();
  await page.getByRole('link', { name: 'Network' }).click();
  await expect(button(page, 'Play')).toBeVisible();
  expect(await shownNumber(page, 'status.step')).toBeGreaterThan(5);
  expect(await shownNumber(page, 'status.lr')).toBe(0.1);
});

test('backward() again makes x.grad 14, and zero_grad() 0; keys step by op and by phase', async ({ page }) => {
  await openText(page, LESSON);
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(7);
  await button(page, 'backward() again').click();
  await button(page, 'Pause').click();
  await page.getByRole('heading', { name: 'Text' }).click();
  await page.keyboard.press('End');
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(14);
  await expect(page.getByText('sum over uses')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(10);
  await expect(page.getByText('gradients accumulate')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.getByText('step 0 of 17')).toBeVisible();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('step 1 of 17')).toBeVisible();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('step 5 of 17')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('step 6 of 17')).toBeVisible();
  await button(page, 'zero_grad()').click();
  await button(page, 'Pause').click();
  await page.getByRole('heading', { name: 'Text' }).click();
  await page.keyboard.press('End');
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(0);
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

/** @type {[string, (page: import('@playwright/test').Page) => Promise<void>][]} */
const looks = [
  ['a node selected', async (page) => page.getByRole('group', { name: /^b = 3\*x:/ }).click()],
  ['operands being chosen', async (page) => {
    await page.getByRole('group', { name: /^b = 3\*x:/ }).click();
    await button(page, 'add').click();
  }],
  ['a mistake in the text', async (page) => {
    await textOf(page).fill('y = x + )');
    await expect(page.locator('#status')).toHaveText(/line 1/);
  }],
  ['all operations', async (page) => page.getByRole('button', { name: 'more…' }).click()],
  ['a new variable', async (page) => button(page, 'variable').click()],
];
for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  for (const width of [1440, 768, 360])
    test(`axe finds nothing while editing, and nothing is wider than the screen, ${colorScheme}, ${width} px wide`, async ({ page, browserName }) => {
      test.skip(browserName !== 'chromium', 'axe takes minutes in Firefox, and finds the same');
      test.setTimeout(90_000);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const [name, act] of looks) {
        await openText(page, LESSON);
        await act(page);
        await expectNothingFromAxe(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
        await page.goto('about:blank');
      }
    });
