// Entry of the page, and small: the engine starts first, as it takes longest; meanwhile the lab's elements are read.

import { startEarly } from './engine/start-worker.js';
import { keepOffline } from './offline.js';
import { followAddress } from './route.js';
import { keptTheme, showTheme, themeOf } from './theme.js';

showTheme(themeOf(location.hash) ?? keptTheme());
followAddress();
startEarly();
void import('./elements/lab.js');
keepOffline();
