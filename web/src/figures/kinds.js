// All kinds of figures at once, for who runs lessons without a page: the linter and tests.

import { kindLoaders } from './kind-loaders.js';

const loaded = Object.entries(kindLoaders).map(async ([tag, load]) => /** @type {const} */ ([tag, await load()]));

/** By the tag of their element. */
export const kinds = Object.fromEntries(await Promise.all(loaded));
