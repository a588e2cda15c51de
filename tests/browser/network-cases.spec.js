// The network cases of bad_inputs.json, each by what a person can really do on the page: the core's words stand beside the control, and the run goes on.

import { expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { enter, openLab, shownNumber, shownNumbers, test } from './lab.js';
import { field, goesOn, saidBeside, hasRun, refusedAddress, refusedField, tableOf, openTable, learnTable, refusedLoss, learnAllRows, memoryOf, TELLS_MEMORY } from './network-page.js';

/** @import { Page } from '@playwright/test' */

/** @type {{ id: string, surface: string, input: any, expect: string }[]} */
const cases = JSON.parse(readFileSync(new URL('../golden/bad_inputs.json', import.meta.url), 'utf8')).cases;
const network = cases.filter(({ surface }) => surface === 'mlp');

/** What is done for each case. Where the page cannot be given it as it stands there, a sentence says why. @type {Record<string, (page: Page, input: any) => Promise<void>>} */
const WAYS = {
  'mlp-002': (page, { layers }) => refusedAddress(page, `layers=${layers}`, /the number of layers is 1; from 2 to \d+/, 'neurons of layer 2'),

  'mlp-004': async (page, { layers }) => {
    await refusedAddress(page, `layers=${layers}`, /layer 2 of 3 has 0 units; a whole number from 1/, 'neurons of layer 1');
    await refusedField(page, 'neurons of layer 1', '0', /layer 2 of 3 has 0 units; a whole number from 1/, '5');
  },

  // Addresses and fields are text, so that a number is read there; with the quotes of a string it is refused.
  'mlp-007': async (page, { layers }) => {
    await openLab(page, `layers=${layers}`);
    await hasRun(page, { layers: [2, 8, 1] });
    await page.goto('about:blank');
    await refusedAddress(page, `layers=${layers.map((/** @type {unknown} */ one) => JSON.stringify(one))}`, /layer 2 of 3 has '"8"' units; a whole number/, 'neurons of layer 1');
    await refusedField(page, 'neurons of layer 1', '"8"', /layer 2 of 3 has NaN units; a whole number/, '8');
  },

  'mlp-011': async (page, { layers }) => {
    await refusedAddress(page, `layers=${layers}`, /layer 2 of 3 has 'NaN' units; a whole number/, 'neurons of layer 1');
    await refusedField(page, 'neurons of layer 1', 'NaN', /layer 2 of 3 has NaN units; a whole number/, '5');
  },

  // Changes that come while a run is being made go together, so that some of a thousand are passed over; those that are not are waited for.
  'mlp-013': async (page) => {
    test.setTimeout(180_000);
    await page.route(/worker[^/]*\.js$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: TELLS_MEMORY + (await response.text()) });
    });
    await openLab(page, 'layers=2,2,1');
    const turn = (/** @type {number[]} */ widths, /** @type {number} */ times, /** @type {boolean} */ waits) => page.evaluate(async ({ widths, times, waits }) => {
      const reached = (/** @type {number} */ width) => document.querySelector('backprop-lab')?.shadowRoot?.querySelector('backprop-settings')
        ?.shadowRoot?.querySelector('backprop-layer-rows')?.shadowRoot?.querySelector('backprop-stepper[label="neurons of layer 1"]')
        ?.shadowRoot?.querySelector('input')?.value === String(width);
      for (let i = 0; i < times; i++) {
        for (const width of widths) {
          location.hash = `layers=2,${width},1`;
          do await new Promise((resolve) => setTimeout(resolve, 10)); while (waits && !reached(width));
        }
      }
    }, { widths, times, waits });
    // The run that stands, the one before it for undo, and the one that is being made: never are there more large ones than these.
    await turn([4096, 4095, 4094, 2], 5, true);
    const plateau = await memoryOf(page);
    await turn([4096, 2], 480, false);
    // Until no run that was wished is still to come: it would be taken for the next one.
    for (let before = ''; before !== page.url(); await page.waitForTimeout(1500)) before = page.url();
    await turn([4096, 2], 20, true);
    expect(await memoryOf(page)).toBe(plateau);
    await goesOn(page);
    await hasRun(page, { layers: [2, 2, 1] });
  },

  // Chosen in the settings the loss brings an output for each class; in an address it has to be said.
  'mlp-030': async (page, { loss }) => {
    await refusedAddress(page, `loss=${loss}`, /cross_entropy needs at least 2 outputs, and the output layer has 1 unit/, 'neurons of layer 1');
    await page.getByRole('combobox', { name: 'loss' }).selectOption(loss);
    await expect(page).toHaveURL(/loss=cross_entropy/);
    await hasRun(page, { loss, lr: 0.3, layers: [2, 3, 2] });
  },

  // A class has its name from its cell, so that −1 is one as any other and no index can be out of range: a drawn point's is a letter of the address, which is checked.
  'mlp-032': async (page, { targets, loss }) => {
    const csv = tableOf([...targets, ...targets, ...targets, ...targets]);
    await openLab(page);
    await openTable(page, csv);
    await refusedLoss(page, csv, /cross_entropy is for classes, and these data have numbers to predict; .*“whole numbers are classes” in the table/);
    await page.getByRole('button', { name: 'CSV' }).click();
    await page.getByRole('checkbox', { name: 'whole numbers are classes' }).check();
    await expect(page.getByText('2 inputs, 2 classes')).toBeVisible();
    await learnTable(page);
    const data = { csv, target: ['kind'], missing: 'drop', integersAreClasses: true };
    await hasRun(page, { standardize: true }, data);
    await page.getByRole('combobox', { name: 'loss' }).selectOption(loss);
    await expect(page).toHaveURL(/loss=cross_entropy/);
    await hasRun(page, { standardize: true, loss, layers: [2, 6, 6, 2] }, data);
    await page.evaluate(() => { location.hash = location.hash.replace(/&layers=[\d,]*/, '') + '&layers=2,6,6,3'; });
    await saidBeside(page, /the output layer has 3 units; 2 would be right, one for each class/, field(page, 'neurons of layer 2'));
    await goesOn(page);
    await page.goto('about:blank');
    await page.goto('./#data=points~6~-AAAAAAAAAAAAAAAAAAA');
    await expect(page.getByRole('alert')).toContainText('the points of the address cannot be read');
    await goesOn(page);
  },

  'mlp-033': async (page, { targets }) => {
    const csv = tableOf([...targets, ...targets, ...targets, ...targets]);
    await openLab(page);
    await goesOn(page);
    const before = await shownNumbers(page);
    await openTable(page, csv);
    await page.getByRole('checkbox', { name: 'whole numbers are classes' }).check();
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('column \'kind\' 0.5 is not whole; whole numbers as classes, or a regression, would be right');
    await expect(page.getByRole('button', { name: 'Train on this' })).toBeDisabled();
    expect(await shownNumbers(page)).toEqual(before);
    await page.getByRole('checkbox', { name: 'whole numbers are classes' }).uncheck();
    await refusedLoss(page, csv, /cross_entropy is for classes, and these data have numbers to predict; mse, l1, huber or smooth_l1 would be right/);
  },

  // A cell that is no number is missing, and a row without its target is left out, or the table refused, as is chosen beside it: none comes to the loss.
  'mlp-035': async (page, { targets }) => {
    const csv = tableOf([...targets, 2, 3, 4, 5, 6, 7]);
    await openLab(page);
    await openTable(page, csv);
    await expect(page.getByRole('dialog')).toContainText('line 2, kind is missing; its row is left out');
    await page.getByRole('combobox', { name: 'missing cells' }).selectOption('refuse');
    await saidBeside(page, /line 2: 'kind' is missing; a table without gaps would be right/, page.getByRole('combobox', { name: 'missing cells' }));
    await expect(page.getByRole('button', { name: 'Train on this' })).toBeDisabled();
    await page.getByRole('combobox', { name: 'missing cells' }).selectOption('drop');
    await expect(page.getByText('7 rows, 1 left out: 2 inputs, 1 number to predict')).toBeVisible();
    await learnTable(page);
    await goesOn(page);
    await hasRun(page, { standardize: true }, { csv, target: ['kind'], missing: 'drop' });
  },

  'mlp-038': async (page, { batch, rows }) => {
    const csv = tableOf(Array.from({ length: rows }, (_, row) => row / 2));
    await learnAllRows(page, csv);
    await enter(field(page, 'batch'), String(batch));
    await expect.poll(() => shownNumber(page, 'status.batches')).toBe(1);
    await expect(page.getByText(`of ${rows}`).first()).toBeVisible();
    await goesOn(page);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await hasRun(page, { standardize: true, train_fraction: 1, batch_size: batch }, { csv, target: ['kind'], missing: 'drop' });
  },

  'mlp-039': async (page, { batch, rows }) => {
    const csv = tableOf(Array.from({ length: rows }, (_, row) => row / 2));
    await learnAllRows(page, csv);
    await enter(field(page, 'batch'), String(batch));
    await expect.poll(() => shownNumber(page, 'status.batches')).toBe(3);
    await goesOn(page);
    await goesOn(page);
    await expect.poll(() => shownNumber(page, 'status.batch')).toBe(3);
    await page.getByRole('button', { name: 'batch', exact: true }).click();
    await expect(page.getByText('Gradient of the batch of 2')).toBeVisible();
    await hasRun(page, { standardize: true, train_fraction: 1, batch_size: batch }, { csv, target: ['kind'], missing: 'drop' });
  },
};

test('each network case of bad_inputs.json has its way', () => {
  expect(network.map(({ id }) => id)).toEqual(Object.keys(WAYS));
});

for (const { id, input, expect: wanted } of network) {
  test(`${id}, ${typeof input === 'string' ? input : JSON.stringify(input)}: ${wanted}`, async ({ page }) => {
    test.slow();
    await WAYS[id](page, input);
  });
}

/** Other wrong addresses, one of each type of option, and where the words stand. @type {[string, RegExp, Parameters<Page['getByRole']>[0], string][]} */
const WRONG = [
  ['layers=2,1000000000,1', /layer 2 of 3 has (1e\+?0?9|1000000000) units/, 'textbox', 'neurons of layer 1'], // hash-029
  ['layers=2,-3,1', /layer 2 of 3 has -3 units/, 'textbox', 'neurons of layer 1'], // hash-030
  ['batch_size=-1', /-1 is out of range; a whole number from 1/, 'textbox', 'batch'],
  ['noise=loud', /'loud' is not a number; a number from 0 to 0.5/, 'slider', 'noise'],
  ['activation=relu,tanh,relu', /a list of 3 entries is given for 2 hidden layers/, 'combobox', 'activation'],
  ['optimizer=adam&betas=0.9,x', /entry 2 of 2 is 'x'; a number from 0/, 'textbox', 'β₂'],
  ['shuffle=maybe', /'maybe' is neither true nor false/, 'checkbox', 'shuffle'],
  ['features=z', /'z' is unknown.*x, y, x\^2/, 'group', 'features'],
];

test('a wrong value of any type in an address is refused beside its control, also where that is folded away', async ({ page }) => {
  test.slow();
  for (const [settings, words, role, name] of WRONG) {
    await page.goto('about:blank');
    await page.goto(`./#${settings}`);
    await expect(page.getByRole('button', { name: 'Play' })).toBeEnabled();
    await expect(page.getByRole('alert')).toContainText('a value that cannot be had, so here is the usual one');
    await saidBeside(page, words, page.getByRole(role, { name, exact: true }).last());
  }
});
