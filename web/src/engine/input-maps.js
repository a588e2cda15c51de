// What each input of a network is over the plane of its data.

/** @import { Settings, Trainer } from '../types.js' */

/** Cells a side of an input's map, which is drawn small. */
const INPUT_MAP = 64;

/**
 * As a layer tells that hands its inputs on.
 * @param {(changes: Settings) => Trainer} create the run with other options @param {number[]} widths
 */
export function inputMaps(create, widths) {
  const count = widths[0];
  const trainer = create({ layers: [count, count, widths[widths.length - 1]], activation: 'identity', bias: true, init: 'zeros', standardize: false, samples: 10 });
  try {
    trainer.setParameters(0, Array.from({ length: count * count }, (_, at) => (at % (count + 1) === 0 ? 1 : 0)));
    const { size, units } = trainer.maps(INPUT_MAP);
    return { size, units: units[0] };
  } finally {
    trainer.delete();
  }
}
