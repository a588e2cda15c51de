// The catalogue of figures, by the tag of their element: what the worker answers and the linter runs.

/** @import { Kind } from './kind.js' */
import { jacobian } from './jacobian.js';
import { race } from './race.js';
import { reuse } from './reuse.js';
import { valley } from './valley.js';

/** @type {Record<string, Kind>} */
export const kinds = Object.fromEntries([jacobian, race, reuse, valley].map((kind) => [kind.tag, kind]));
