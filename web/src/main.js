// Entry of the page: the kept theme first, then the one element that is the page.

import { followAddress } from './route.js';
import { keptTheme, setTheme } from './theme.js';
import './elements/lab.js';

setTheme(keptTheme());
followAddress();
