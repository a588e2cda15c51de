// The learning rate over the steps of a schedule, as the core makes it: a run of one weight tries it out.

/** @import { Core, Settings } from '../types.js' */

const POINTS = 100;

/** A loss whose gradient is never large, so that no rate makes the run diverge. */
const TRIAL = { dataset: 'sin', samples: 10, batch_size: 1, layers: [1, 1], loss: 'l1', dtype: 'float64' };
const NAMES = ['lr', 'schedule', 'step_size', 'gamma', 'T_max', 'eta_min', 'start_factor', 'total_iters', 'total_steps', 'pct_start', 'div_factor', 'final_div_factor'];

/** @param {Core} core @param {{ settings: Settings, steps: number }} wanted @returns {number[]} at the first step, then evenly up to the last */
export function ratesOf(core, { settings, steps }) {
  const trial = core.createTrainer({ ...TRIAL, ...Object.fromEntries(NAMES.map((name) => [name, settings[name]])) });
  const count = Math.min(steps, POINTS);
  try {
    return Array.from({ length: count + 1 }, (_, at) => {
      const target = Math.round((at * steps) / count);
      const { step } = trial.status();
      return (target > step ? trial.step(target - step) : trial.status()).lr;
    });
  } finally {
    trial.delete();
  }
}
