// What stands around the network and the buttons of its run; loaded when the first frame is on screen.

import '../download-bar.js';
import '../output.js';
import '../settings.js';
import '../tabs.js';
import '../weight-card.js';
import './divergence-note.js';
import './scrub-bar.js';
