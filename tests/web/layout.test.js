// Where units, weights and beads stand, and which weight is under a point.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_DRAWN } from '../../web/src/draw/drawn.js';
import { layoutNetwork, leastHeight, weightAt } from '../../web/src/draw/layout.js';

const desk = { widths: [2, 8, 8, 1], width: 846, height: 470, compact: false };
const phone = { widths: [2, 8, 8, 1], width: 328, height: 328, compact: true };
const shapes = [[2, 1], [2, 8, 8, 1], [2, 1, 1], [2, 12, 12, 12, 12, 12, 12, 12, 12, 1], [2, 1024, 3, 1]];
const screens = [desk, phone, { ...phone, width: 288 }, { ...desk, width: 568 }];

test('every unit and bead of every network lies inside the picture', () => {
  for (const widths of shapes) {
    for (const { width, compact } of screens) {
      const height = leastHeight(widths, compact);
      const { columns, edges } = layoutNetwork({ widths, width, height, compact });
      for (const { x, y, size } of columns) {
        assert.ok(x - size / 2 >= 0 && x + size / 2 <= width);
        for (const centre of y) assert.ok(centre - size / 2 >= 0 && centre + size / 2 <= height, `${widths} at ${width}`);
      }
      for (const { beadX, beadY } of edges.flat()) assert.ok(beadX > 0 && beadX < width && beadY > 0 && beadY < height);
    }
  }
});

test('units of a column do not touch, nor do columns', () => {
  for (const widths of shapes) {
    for (const { width, compact } of screens) {
      const { columns } = layoutNetwork({ widths, width, height: leastHeight(widths, compact), compact });
      columns.forEach(({ x, y, size }, at) => {
        if (y.length > 1) assert.ok(y[1] - y[0] > size);
        if (at > 0) assert.ok(x - columns[at - 1].x > (size + columns[at - 1].size) / 2);
      });
    }
  }
});

test('no two beads of a layer stand in one place', () => {
  for (const layer of layoutNetwork(desk).edges) {
    const places = layer.map(({ beadX, beadY }) => `${beadX} ${beadY}`);
    assert.equal(new Set(places).size, places.length);
  }
});

test('beads of one target are evenly spaced, with a gap to the next target', () => {
  const [, layer] = layoutNetwork(desk).edges;
  const y = layer.map(({ beadY }) => beadY).sort((a, b) => a - b);
  const gaps = y.slice(1).map((value, i) => Math.round((value - y[i]) * 10) / 10);
  const within = gaps.filter((_, i) => (i + 1) % 8 !== 0);
  assert.ok(Math.max(...within) - Math.min(...within) < 0.3);
  assert.ok(Math.min(...gaps.filter((_, i) => (i + 1) % 8 === 0)) > 1.5 * Math.max(...within));
});

test('a bead stands on its edge', () => {
  for (const { x1, y1, x2, y2, beadX, beadY } of layoutNetwork(desk).edges.flat()) {
    assert.ok(Math.abs((beadX - x1) * (y2 - y1) - (beadY - y1) * (x2 - x1)) < 10);
  }
});

test('of a wide layer twelve units are drawn, and edges know their place in the whole', () => {
  const { columns, edges } = layoutNetwork({ ...desk, widths: [2, 64, 5, 1] });
  assert.equal(columns[1].y.length, MAX_DRAWN);
  assert.equal(columns[1].total, 64);
  const edge = edges[1].find(({ to, from }) => to === 2 && from === 3);
  assert.equal(edge?.index, 2 * 64 + 3);
});

test('a point on a bead finds its weight, and a point on nothing finds none', () => {
  const layout = layoutNetwork(desk);
  for (const edge of layout.edges.flat()) assert.equal(weightAt(layout, edge.beadX, edge.beadY), edge);
  assert.equal(weightAt(layout, 5, 5), undefined);
});

test('a point on an edge far from any bead finds that edge', () => {
  const layout = layoutNetwork({ ...desk, widths: [2, 2, 1] });
  const edge = layout.edges[0][0];
  assert.equal(weightAt(layout, edge.x1 + (edge.x2 - edge.x1) * 0.3, edge.y1 + (edge.y2 - edge.y1) * 0.3), edge);
});
