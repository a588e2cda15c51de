// The matrix of weights and the table: colours, places, keys, marks and orders, without a browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colorLookup, lookedUp, paintCells } from '../../web/src/draw/cell-colors.js';
import { signTable } from '../../web/src/draw/colors.js';
import { layerMarks, markCounts, movedSince } from '../../web/src/draw/matrix-cells.js';
import { cellAfterKey, cellAt, cellBox, matrixLayout, namesEvery, revealing, seenCells, zoomed } from '../../web/src/draw/matrix-layout.js';
import { biasedBy, parameterIndex, placeOf } from '../../web/src/draw/parameters.js';
import { colorScale } from '../../web/src/draw/quantities.js';
import { pushLevel } from '../../web/src/draw/scale.js';
import { tableText } from '../../web/src/draw/table-text.js';
import { walkAll } from '../../web/src/draw/walk.js';
import { pageOfRows, partOfOrder } from '../../web/src/engine/rows.js';
import { wholeLayer } from '../../web/src/engine/whole-layer.js';
import { load } from '../../wasm/index.js';

const core = await load();
const table = signTable([213, 94, 0], [255, 255, 255], [0, 114, 178]);

test('a looked-up colour is that of the asinh scale, within a shade', () => {
  const lookup = colorLookup(table, 0.5, 1000);
  for (const value of [0, 1e-9, 1e-4, -1e-4, 0.003, -0.02, 0.1, -0.49, 0.5, 7, -7]) {
    const entry = Math.round((1 + Math.sign(value) * pushLevel(value, 0.5)) * 127.5);
    const shown = lookedUp(lookup, value);
    shown.forEach((channel, i) => assert.ok(Math.abs(channel - table[4 * entry + i]) <= 3, `${value}: ${shown}`));
  }
  assert.deepEqual(lookedUp(lookup, NaN), [128, 128, 128]);
  assert.deepEqual(lookedUp(lookup, -Infinity), [213, 94, 0]);
});

test('rows are painted into a wider picture, so that the bias has its column', () => {
  const lookup = colorLookup(table, 1, 10);
  const pixels = new Uint32Array(6);
  paintCells(pixels, 3, 0, Float32Array.of(1, -1, 0, 1), 2, lookup);
  paintCells(pixels, 3, 2, Float32Array.of(-1, -1), 1, lookup);
  const [plus, minus, none] = [1, -1, 0].map((value) => colorLookup(table, 1, 10)[new Uint32Array(Float32Array.of(value).buffer)[0] >>> 17]);
  assert.deepEqual([...pixels], [plus, minus, minus, none, plus, minus]);
});

test('the frozen scale is one for all layers, the others fit', () => {
  const largest = [0.2, 0.04];
  assert.deepEqual(colorScale('frozen', 'gradient', largest, 1), { full: 1, span: 1000 });
  assert.deepEqual(colorScale('auto', 'gradient', largest, 1).full, 0.2);
  assert.deepEqual(colorScale('per layer', 'gradient', largest, 1).full, 0.04);
});

const wide = { rows: 128, columns: 784, width: 840, height: 320, names: 52, heads: 34 };

test('every cell is found where it stands, the bias too, and beside them nothing', () => {
  for (const window of [{ zoom: 1, x: 0, y: 0 }, { zoom: 20, x: 300, y: 200 }]) {
    const layout = matrixLayout({ ...wide, window });
    const { firstRow, endRow, firstColumn, endColumn } = seenCells(layout);
    for (const to of [firstRow + 1, endRow - 2]) {
      for (const from of [firstColumn + 1, endColumn - 2]) {
        const { x, y, width, height } = cellBox(layout, { to, from });
        assert.deepEqual(cellAt(layout, x + width / 2, y + height / 2), { to, from });
      }
    }
  }
  const layout = matrixLayout(wide);
  const bias = cellBox(layout, { to: 100, from: null });
  assert.ok(bias.width >= 8 && bias.x + bias.width <= wide.width);
  assert.deepEqual(cellAt(layout, bias.x + 4, bias.y + 1), { to: 100, from: null });
  assert.equal(cellAt(layout, bias.x - 4, bias.y + 1), undefined);
  assert.equal(cellAt(layout, 10, 100), undefined);
});

test('a small matrix has cells for numbers and nothing to enlarge, a large one can be enlarged to that', () => {
  const small = matrixLayout({ ...wide, rows: 6, columns: 6 });
  assert.deepEqual([small.cellWidth, small.cellHeight, small.most], [72, 40, 1]);
  const layout = matrixLayout({ ...wide, window: { zoom: 1e9, x: 0, y: 0 } });
  assert.deepEqual([layout.cellWidth, layout.cellHeight], [72, 40]);
});

test('what is under the pointer stays there when cells grow', () => {
  const before = matrixLayout(wide);
  const at = { x: 400, y: 150 };
  const cell = cellAt(before, at.x, at.y);
  const after = matrixLayout({ ...wide, window: zoomed(before, 3, at) });
  const near = cellAt(after, at.x, at.y);
  assert.ok(cell && near && Math.abs(Number(near.from) - Number(cell.from)) <= 1 && Math.abs(near.to - cell.to) <= 1);
});

test('a cell that is selected comes into sight', () => {
  const window = { zoom: 30, x: 0, y: 0 };
  for (const cell of [{ to: 127, from: 783 }, { to: 60, from: null }, { to: 0, from: 0 }]) {
    const layout = matrixLayout({ ...wide, window: revealing(matrixLayout({ ...wide, window }), cell) });
    const { x, y, width, height } = cellBox(layout, cell);
    assert.ok(x >= 51.9 && x + width <= wide.width + 0.1 && y >= 33.9 && y + height <= wide.height + 0.1, JSON.stringify(cell));
  }
});

test('keys go to all cells, the bias last in its row, and stop at the edges', () => {
  const widths = [784, 128, 10];
  const press = (/** @type {import('../../web/src/types.js').Weight} */ weight, /** @type {string} */ key, ctrlKey = false) => cellAfterKey(weight, { key, ctrlKey }, widths);
  assert.deepEqual(press({ layer: 0, to: 20, from: 400 }, 'ArrowRight'), { layer: 0, to: 20, from: 401 });
  assert.deepEqual(press({ layer: 0, to: 20, from: 783 }, 'ArrowRight'), { layer: 0, to: 20, from: null });
  assert.deepEqual(press({ layer: 0, to: 20, from: null }, 'ArrowRight'), { layer: 0, to: 20, from: null });
  assert.deepEqual(press({ layer: 0, to: 20, from: null }, 'ArrowLeft'), { layer: 0, to: 20, from: 783 });
  assert.deepEqual(press({ layer: 0, to: 20, from: 7 }, 'Home'), { layer: 0, to: 20, from: 0 });
  assert.deepEqual(press({ layer: 0, to: 20, from: 7 }, 'End', true), { layer: 0, to: 127, from: null });
  assert.deepEqual(press({ layer: 1, to: 9, from: 7 }, 'ArrowDown'), { layer: 1, to: 9, from: 7 });
  assert.equal(press({ layer: 1, to: 9, from: 7 }, 'a'), undefined);
});

test('‹ and › visit every parameter once and come back', () => {
  const widths = [2, 3, 1];
  for (const by of /** @type {const} */ ([1, -1])) {
    const start = { layer: 1, to: 0, from: 2 };
    const seen = [];
    let weight = /** @type {import('../../web/src/types.js').Weight} */ (start);
    do seen.push(JSON.stringify((weight = walkAll(weight, by, widths)))); while (seen.at(-1) !== JSON.stringify(start));
    assert.equal(seen.length, 13);
    assert.equal(new Set(seen).size, 13);
  }
});

test('a parameter knows its place, and the place its parameter', () => {
  const widths = [2, 3, 4, 1];
  for (let index = 0; index < 9 + 16 + 5; index++) assert.equal(parameterIndex(placeOf(index, widths), widths), index);
  assert.deepEqual(placeOf(8, widths), { layer: 0, to: 2, from: null });
});

test('names are thinned out to 1, 2, 5, 10, 20 …', () => {
  assert.deepEqual([40, 10, 5, 1.04].map((pitch) => namesEvery(pitch, 24)), [1, 5, 5, 50]);
});

test('a check marks the cells of its layer, and a move is counted from its moment', () => {
  const widths = [2, 3, 1];
  const checked = /** @type {any} */ ({ parameter: Int32Array.of(0, 8, 9, 12), agrees: [true, false, true, true], kink: [false, false, true, false] });
  const marks = layerMarks(checked, 0, widths);
  assert.deepEqual(marks, [{ to: 0, from: 0, says: 'agrees' }, { to: 2, from: null, says: 'disagrees' }]);
  assert.deepEqual(layerMarks(checked, 1, widths), [{ to: 0, from: 0, says: 'kink' }, { to: 0, from: null, says: 'agrees' }]);
  assert.deepEqual(markCounts(marks), { agrees: 1, disagrees: 1, kink: 0 });
  const moved = movedSince({ weight: Float32Array.of(1, 2), bias: Float32Array.of(3) }, Float32Array.of(1, 4, 2.5));
  assert.deepEqual([...moved.weight, ...moved.bias, ...moved.largest], [0, -2, 0.5, 2]);
});

test('a page of an order is that part of the whole order, with equals in their places and NaN last', () => {
  const random = ((state) => () => (state = (state * 48271) % 2147483647) / 2147483647)(7);
  const keys = Float64Array.from({ length: 3000 }, (_, i) => (i % 5 === 0 ? 0 : Math.round(random() * 200) - 100));
  keys[17] = keys[1234] = NaN;
  for (const descending of [false, true]) {
    const whole = [...keys.keys()].sort((a, b) => {
      if (Number.isNaN(keys[a]) || Number.isNaN(keys[b])) return Number(Number.isNaN(keys[a])) - Number(Number.isNaN(keys[b])) || a - b;
      return (descending ? keys[b] - keys[a] : keys[a] - keys[b]) || a - b;
    });
    for (const first of [0, 200, 1400, 2800]) {
      assert.deepEqual([...partOfOrder(keys, descending, first, 200)], whole.slice(first, first + 200), `${descending} ${first}`);
    }
  }
});

test('copied rows are tab-separated, with values in full and plain minus signs', () => {
  const rows = { index: Int32Array.of(1, 8), weight: Float32Array.of(-0.1, 2), gradient: Float32Array.of(1e-9, 0), update: Float32Array.of(-1e-11, 0), ratio: Float32Array.of(1e-10, 0) };
  assert.equal(tableText(rows, [2, 3, 1]), [
    'layer\tto\tfrom\tw\tdL/dw\tdelta w\tdelta w / w',
    '1\tlayer 1 neuron 1\tinput y\t-0.1\t1e-9\t-1e-11\t1e-10',
    '1\tlayer 1 neuron 3\tbias\t2\t0\t0\t0',
    '',
  ].join('\n'));
});

for (const bias of [false, [true, false, true], [false, true, true]]) {
  test(`with bias ${JSON.stringify(bias)} matrix, rows and marks are of the parameters that the core has`, () => {
    const trainer = core.createTrainer({ layers: [2, 3, 4, 1], bias });
    const widths = /** @type {number[]} */ (trainer.options().layers);
    const biased = biasedBy(trainer.options());
    const { layers } = trainer.network();
    layers.forEach((layer, at) => {
      const matrix = wholeLayer(trainer, { layer: at, what: 'weight' });
      assert.deepEqual([matrix.weight, matrix.bias], [layer.weight, layer.bias]);
      const { index, weight, count } = pageOfRows(trainer, { layer: at, sort: 'place', descending: false, bySize: false, page: 0 });
      assert.equal(count, layer.weight.length + layer.bias.length);
      index.forEach((one, row) => {
        const place = placeOf(one, widths, biased);
        assert.equal(place.layer, at);
        assert.equal(weight[row], trainer.weight({ ...place, example: 0 }).weight);
      });
      const checked = /** @type {any} */ ({ parameter: index, agrees: [...index].map(() => true), kink: [...index].map(() => false) });
      assert.equal(layerMarks(checked, at, widths, biased).length, count);
    });
    trainer.delete();
  });
}

test('a layer without biases has no column for them, and keys stop at its last weight', () => {
  const layout = matrixLayout({ rows: 4, columns: 3, width: 300, height: 200, names: 52, heads: 34, biased: false });
  assert.equal(layout.biasWidth, 0);
  assert.equal(cellAt(layout, layout.biasLeft + 2, 50), undefined);
  assert.deepEqual(cellAt(layout, layout.left + 2.5 * layout.cellWidth, 50)?.from, 2);
  const none = () => false;
  assert.deepEqual(cellAfterKey({ layer: 0, to: 1, from: 2 }, { key: 'ArrowRight', ctrlKey: false }, [3, 4], none), { layer: 0, to: 1, from: 2 });
  assert.deepEqual(cellAfterKey({ layer: 0, to: 1, from: 0 }, { key: 'End', ctrlKey: true }, [3, 4], none), { layer: 0, to: 3, from: 2 });
});
