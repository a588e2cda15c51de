// What of a run's data is drawn: their names and points, the inputs as maps, and samples of all sets.

/** @import { Core, Frame, Points, Settings, Trainer } from '../types.js' */
/** @import { Run } from './run.js' */
import { featureName } from '../draw/feature-names.js';
import { inputMaps } from './input-maps.js';

/** @typedef {Pick<Frame, 'data' | 'points' | 'inputMaps'>} News what travels once, with a run's first frame */

/**
 * Names of everything, and where they can be drawn the rows and the inputs' maps.
 * @param {Run} run @param {(changes: Settings) => Trainer} create the run with other options @returns {News}
 */
export function newsOf({ trainer, settings, widths, plane }, create) {
  const { train, test, ...data } = trainer.data();
  const { data: shipped, features } = settings;
  return {
    data: { ...data, shipped, features: [features ?? []].flat().map(featureName) },
    points: plane ? { train, test } : undefined,
    inputMaps: plane ? inputMaps(create, widths) : undefined,
  };
}

/**
 * A small sample of every data set, for the pictures on their buttons. Others may ask for something between one and the next.
 * @param {Core} core @returns {Promise<Record<string, Points>>}
 */
export async function samplesOf(core) {
  /** @type {Record<string, Points>} */
  const samples = {};
  for (const { name } of core.tables().datasets) {
    samples[name] = core.dataset({ dataset: name, samples: 160 });
    await new Promise((resolve) => setTimeout(resolve));
  }
  return samples;
}
