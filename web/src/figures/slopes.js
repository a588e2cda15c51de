// An activation and its slope, and what is left of a gradient that meets this slope in several layers.

/** @import { Core, Kind } from './kind.js' */
import { evaluate } from './kind.js';

/** @typedef {{ activation: string, z: number, layers: number }} SlopesSpec */
/** @typedef {SlopesSpec} SlopesState */
/** @typedef {{ curve: { z: number, value: number, slope: number }[], here: { value: number, slope: number }, left: number }} SlopesAnswer left: of a gradient of 1, after all layers */

export const RANGE = 6;
const POINTS = 121;

/** @type {Kind} */
export const slopes = {
  tag: 'backprop-slopes',
  attributes: {
    activation: { type: 'choice', default: 'sigmoid', among: ['sigmoid', 'tanh', 'relu'], help: 'the activation that is drawn' },
    z: { type: 'number', default: 2, from: -RANGE, to: RANGE, help: 'where its slope is read' },
    layers: { type: 'whole', default: 10, from: 1, to: 50, help: 'how many layers have this slope' },
  },
  controls: ['activation', 'z', 'layers'],

  /** @param {SlopesSpec} spec @returns {SlopesState} */
  begin: (spec) => ({ ...spec }),

  /** @param {Core} core @param {SlopesSpec} spec @param {SlopesState} state @returns {SlopesAnswer} */
  answer(core, spec, { activation, z, layers }) {
    const places = [z, ...Array.from({ length: POINTS }, (_, at) => -RANGE + (2 * RANGE * at) / (POINTS - 1))];
    const { output, gradients } = evaluate(core, `${activation}(z)`, { z: places }, places.map(() => 1));
    const [here, ...curve] = places.map((place, at) => ({ z: place, value: output[at], slope: gradients.z[at] }));
    return { curve, here: { value: here.value, slope: here.slope }, left: evaluate(core, 's**n', { s: here.slope, n: layers }).output[0] };
  },
};
