// A file as a link: of a run that this program kept, the way to its step; of weights from elsewhere, a network that begins with them.

/** @import { Read, Tensor } from '../export/read.js' */
/** @import { Link } from './link.js' */
/** @import { Settings } from '../types.js' */
import { biasedBy, placeOf } from '../draw/parameters.js';
import { widthsOf } from '../export/read.js';
import { biasOf } from '../engine/trace-check.js';
import { plainLink } from './link.js';
import { inDtype, inOrder, readRates, readWeights } from './moment.js';

/** More weights, each a change by hand, would slow every frame. */
const MOST_WEIGHTS = 5000;

/** The run of a file that this program wrote. @param {Read} read @returns {Link} */
export function linkOfState({ about }) {
  const { options = {}, data, step = 0, begun_lr: lr, w, lr_at: rates } = about;
  if (data !== undefined && typeof data !== 'string') throw new Error('[data] its data are in the file and not on this page; train at the command line goes on with it');
  const settings = { ...options, ...(lr === undefined ? {} : { lr }), data };
  return { ...plainLink(settings), step, edits: inOrder([...(w ? readWeights(w, settings) : []), ...(rates ? readRates(rates) : [])]) };
}

/** Weights as they are given, in a run with the settings that stand. @param {Tensor[]} tensors @param {Settings} settings @returns {Link} */
export function linkOfWeights(tensors, settings) {
  const layers = widthsOf(tensors);
  const bias = biasOf(tensors);
  const values = tensors.flatMap(({ data }) => Array.from(data));
  if (values.length > MOST_WEIGHTS) throw new Error(`[parameters] ${values.length} of them are too many for a run of the page; up to ${MOST_WEIGHTS} would be right, and any number at the command line`);
  const biased = biasedBy({ bias });
  const hidden = layers.length - 2;
  const activation = Array.isArray(settings.activation) && settings.activation.length !== hidden ? settings.activation[0] ?? 'tanh' : settings.activation;
  const edits = values.map((value, at) => ({ step: 0, place: placeOf(at, layers, biased), value: inDtype(value, settings.dtype) }));
  return { ...plainLink({ ...settings, layers, activation, bias: bias.every(Boolean) ? true : bias }), edits };
}
