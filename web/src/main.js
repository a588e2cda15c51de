// Entry of the page, and small: the engine starts first, as it takes longest; meanwhile the lab's elements are read, and then it is built.

import { startEarly } from './engine/start-worker.js';
import { followAddress } from './route.js';
import { keptTheme, setTheme } from './theme.js';

setTheme(keptTheme());
followAddress();
void Promise.all([import('./elements/lab.js'), startEarly()]).then(([{ Lab }]) => customElements.define('backprop-lab', Lab));
