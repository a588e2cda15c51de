// How features are written: the core spells them as text, the page as one writes by hand.

/** @param {string} feature `x^2`, `sin(x)` */
export function featureName(feature) {
  return feature.replace('^2', '²').replace(/^sin\((\w)\)$/, 'sin $1');
}
