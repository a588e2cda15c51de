// The catalogue of figures, by the tag of their element: what the worker answers and the linter runs.

/** @import { Kind } from './kind.js' */
import { batches } from './batches.js';
import { combinations } from './combinations.js';
import { curvature } from './curvature.js';
import { differences } from './differences.js';
import { fit } from './fit.js';
import { graph } from './graph.js';
import { landscape } from './landscape.js';
import { optimizers } from './optimizers.js';
import { valley } from './valley.js';

const all = [
  batches,
  combinations,
  curvature,
  differences,
  fit,
  graph,
  landscape,
  optimizers,
  valley,
];

/** @type {Record<string, Kind>} */
export const kinds = Object.fromEntries(all.map((kind) => [kind.tag, kind]));
