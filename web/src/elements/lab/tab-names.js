// The tabs under the figure, where there is no room for columns beside it.

/** @import { Parts } from '../../link/parts.js' */

/** What each shows. @type {Record<string, string>} */
const PART_OF = { Weight: 'card', Settings: 'settings', Output: 'output', More: 'panels' };

export const TABS = Object.keys(PART_OF);

/** Those that have something to show. @param {Parts} parts */
export const tabsOf = (parts) => TABS.filter((name) => !parts.hides(PART_OF[name]));
