// The way from a gradient to the update that the step makes of it, as a row of steps; those that do nothing are words.

/** @import { Settings, Trainer } from '../types.js' */
/** @typedef {ReturnType<Trainer['anatomy']>} Anatomy */
/** @typedef {{ name: string, key: keyof Anatomy, value: number, idle?: undefined } | { idle: string, key?: undefined }} Step key is where the number stands in the anatomy */

/** What the formulas of the optimizers call the parts. @param {string} optimizer */
function namesOf(optimizer) {
  const adam = optimizer.startsWith('adam');
  return { first: 'm', second: adam ? 'v' : 's', largest: 'max v', velocity: optimizer === 'sgd' ? 'v' : 'b', denominator: adam ? '√v̂ + eps' : '√s + eps' };
}

/** @param {Anatomy} anatomy @param {Settings} settings of the run @returns {Step[]} */
export function anatomySteps(anatomy, settings) {
  const names = namesOf(settings.optimizer);
  const limit = settings.clip_norm !== null || settings.clip_value !== null;
  /** @param {keyof Anatomy} key @param {string} name @returns {Step} */
  const step = (key, name) => ({ key, name, value: /** @type {number} */ (anatomy[key]) });
  /** @param {(keyof typeof names)[]} keys */
  const kept = (keys) => keys.filter((key) => anatomy[key] !== null).map((key) => step(key, names[key]));
  const decay = anatomy.decay === 0 ? { idle: 'no decay' } : step('decay', '+ decay');
  // adamw takes the decay off the weight itself, beside what it makes of the gradient.
  const beside = settings.optimizer === 'adamw';
  const means = settings.optimizer === 'sgd'
    ? (anatomy.velocity === null ? [{ idle: 'no momentum' }] : kept(['velocity']))
    : kept(['first', 'second', 'largest', 'denominator', 'velocity']);
  return [
    step('gradient', 'gradient'),
    anatomy.clipped !== anatomy.gradient ? step('clipped', 'clipped') : { idle: limit ? 'not clipped' : 'no clipping' },
    ...(beside ? [] : [decay]),
    anatomy.l1 === 0 ? { idle: 'no l1' } : step('l1', '+ l1'),
    step('effective', 'g'),
    ...means,
    step('lr', 'η'),
    ...(beside ? [decay] : []),
    step('update', 'Δw'),
  ];
}

/** Is the update −η · g and nothing else? @param {Settings} settings of the run */
export function isPlain({ optimizer, momentum, weight_decay, l1, clip_norm, clip_value }) {
  return optimizer === 'sgd' && !momentum && !weight_decay && !l1 && clip_norm === null && clip_value === null;
}
