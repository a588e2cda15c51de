// The catalogue of figures, by the tag of their element: what the worker answers and the linter runs.

/** @import { Kind } from './kind.js' */
import { chain } from './chain.js';
import { nested } from './nested.js';
import { valley } from './valley.js';
import { wheels } from './wheels.js';

/** @type {Record<string, Kind>} */
export const kinds = Object.fromEntries([valley, wheels, chain, nested].map((kind) => [kind.tag, kind]));
