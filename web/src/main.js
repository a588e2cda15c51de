// Entry of the page, and small: the engine starts first, as it takes longest; then the lab's elements.

import { startEarly } from './engine/start-worker.js';
import { followAddress } from './route.js';
import { keptTheme, setTheme } from './theme.js';

setTheme(keptTheme());
followAddress();
void startEarly().then(() => import('./elements/lab.js'));
