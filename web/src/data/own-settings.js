// The settings that fit data of one's own.

/** @import { Settings } from '../types.js' */
/** @import { Own } from './own-data.js' */
import { hiddenFor, MANY_INPUTS } from '../data-choice.js';
import { withLayers } from '../layers.js';
import { shapeOf } from './own-data.js';

/**
 * Two classes over the plane are told by one output, as those of the core's own sets, so that the map shows it; more have an output each.
 * @param {string} name @param {Own} own @param {Settings} settings of the run that stands @param {Settings} usual @returns {Settings}
 */
export function settingsForOwn(name, own, settings, usual) {
  const { inputs, outputs, classes } = shapeOf(own);
  const hidden = hiddenFor(inputs, settings.layers, usual.layers);
  // Drawn points are as wide as the core's; what the columns of others measure is not known.
  const standardize = !own.drawn && inputs < MANY_INPUTS;
  const { features, loss, output_activation } = usual;
  const ending = (/** @type {number} */ last) => ({ data: name, features, standardize, ...withLayers(settings, [inputs, ...hidden, last]) });
  if (classes.length === 0) return { ...ending(outputs), loss, output_activation };
  if (classes.length === 2 && inputs === 2) return { ...ending(1), loss, output_activation };
  return { ...ending(classes.length), loss: 'cross_entropy', output_activation: 'identity' };
}
