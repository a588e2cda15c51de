// The catalogue of figures, by the tag of their element: what the worker answers and the linter runs.

/** @import { Kind } from './kind.js' */
import { batches } from './batches.js';
import { curvature } from './curvature.js';
import { differences } from './differences.js';
import { valley } from './valley.js';

/** @type {Record<string, Kind>} */
export const kinds = Object.fromEntries([valley, differences, curvature, batches].map((kind) => [kind.tag, kind]));
