// The one module that a page loads to have every widget: each is fetched only once its tag comes near the screen.

import { keepNothing } from '../kept.js';
import { tags } from './tags.js';
import { Widget } from './widget.js';

keepNothing();
for (const [tag, load] of Object.entries(tags)) {
  if (!customElements.get(tag)) customElements.define(tag, class extends Widget { static load = load; });
}

/** The tags that a page may write. */
export const widgets = Object.keys(tags);
