// The worker that all widgets of a page share.

import { serve } from './serve.js';

postMessage('started');
serve(/** @type {any} */ (self));
