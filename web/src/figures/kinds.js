// The catalogue of figures, by the tag of their element: what the worker answers and the linter runs.

/** @import { Kind } from './kind.js' */
import { combinations } from './combinations.js';
import { fit } from './fit.js';
import { landscape } from './landscape.js';
import { valley } from './valley.js';

/** @type {Record<string, Kind>} */
export const kinds = Object.fromEntries([combinations, fit, landscape, valley].map((kind) => [kind.tag, kind]));
