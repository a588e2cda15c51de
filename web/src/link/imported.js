// A file as a link: of a run that this program kept, the way to its step; of weights from elsewhere, a network that begins with them.

/** @import { Read, Tensor } from '../export/read.js' */
/** @import { Examples } from '../data/own-data.js' */
/** @import { Link } from './link.js' */
/** @import { Settings } from '../types.js' */
import { biasedBy, placeOf } from '../draw/parameters.js';
import { networkOf } from '../export/read.js';
import { plainLink } from './link.js';
import { inDtype, readEdits, readStep } from './moment.js';

/** More weights, each a change by hand, would slow every frame. */
const MOST_WEIGHTS = 5000;

/**
 * The run of a file that this program wrote.
 * @param {Read} read @param {Settings} usual what an option has that the file does not name @param {(data: Omit<Examples, 'title'>) => string} hold gives the data of the file a name, once all of the file is read
 * @returns {Link}
 */
export function linkOfState({ about }, usual, hold) {
  const { options = {}, step = 0, begun_lr: lr } = about;
  const data = dataIn(about.data);
  const settings = { ...usual, ...options, ...(lr === undefined ? {} : { lr }) };
  const way = { step: readStep(step), edits: readEdits(about, settings) };
  return { ...plainLink({ ...settings, data: typeof data === 'object' ? hold(data) : data }), ...way };
}

/** @param {any} data of a configuration @returns {string | Omit<Examples, 'title'> | undefined} */
function dataIn(data) {
  if (data === undefined || typeof data === 'string') return data;
  const { x, y, classes, ...others } = Object(data);
  if (Object.keys(others).length > 0) throw new Error('[data] its data are no more in the file than as the place where they are; train at the command line goes on with it');
  if (![x, y].every((list) => Array.isArray(list) && list.length > 0) || !Array.isArray(x[0]) || x.length !== y.length) throw new Error('[data] its data are no examples; "x", a list of lists, and "y", as long, would be right');
  return { x, y, ...(classes === undefined ? {} : { classes }) };
}

/** Weights as they are given, in a run with the settings that stand. @param {Tensor[]} tensors @param {Settings} settings @returns {Link} */
export function linkOfWeights(tensors, settings) {
  const { layers, bias, activation } = networkOf(tensors, settings);
  const values = tensors.flatMap(({ data }) => Array.from(data));
  if (values.length > MOST_WEIGHTS) throw new Error(`[parameters] ${values.length} of them are too many for a run of the page; up to ${MOST_WEIGHTS} would be right, and any number at the command line`);
  const biased = biasedBy({ bias });
  const edits = values.map((value, at) => ({ step: 0, place: placeOf(at, layers, biased), value: inDtype(value, settings.dtype) }));
  return { ...plainLink({ ...settings, layers, activation, bias: bias.every(Boolean) ? true : bias }), edits };
}
