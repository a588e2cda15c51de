// The catalogue of figures, by the tag of their element: what the worker answers and the linter runs.

/** @import { Kind } from './kind.js' */
import { factors } from './factors.js';
import { flow } from './flow.js';
import { jacobian } from './jacobian.js';
import { race } from './race.js';
import { reuse } from './reuse.js';
import { slopes } from './slopes.js';
import { valley } from './valley.js';

/** @type {Record<string, Kind>} */
export const kinds = Object.fromEntries([factors, flow, jacobian, race, reuse, slopes, valley].map((kind) => [kind.tag, kind]));
