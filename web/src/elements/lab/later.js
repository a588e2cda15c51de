// The parts of the lab that its first training step does not need; loaded when that is on screen.

import './csv-dialog.js';
import './foot.js';
import './matrix-view.js';
import './table-view.js';

export { wantsOf } from './panels.js';
