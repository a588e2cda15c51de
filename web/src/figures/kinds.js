// The catalogue of figures, by the tag of their element: what the worker answers and the linter runs.

/** @import { Kind } from './kind.js' */
import { batches } from './batches.js';
import { chain } from './chain.js';
import { combinations } from './combinations.js';
import { curvature } from './curvature.js';
import { differences } from './differences.js';
import { factors } from './factors.js';
import { fit } from './fit.js';
import { flow } from './flow.js';
import { graph } from './graph.js';
import { jacobian } from './jacobian.js';
import { landscape } from './landscape.js';
import { nested } from './nested.js';
import { optimizers } from './optimizers.js';
import { race } from './race.js';
import { reuse } from './reuse.js';
import { slopes } from './slopes.js';
import { valley } from './valley.js';
import { wheels } from './wheels.js';

const all = [
  batches,
  chain,
  combinations,
  curvature,
  differences,
  factors,
  fit,
  flow,
  graph,
  jacobian,
  landscape,
  nested,
  optimizers,
  race,
  reuse,
  slopes,
  valley,
  wheels,
];

/** @type {Record<string, Kind>} */
export const kinds = Object.fromEntries(all.map((kind) => [kind.tag, kind]));
