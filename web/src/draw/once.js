// What is made of a frame once, however many elements ask at every step.

/** @template {object} Key @template Made @param {(key: Key) => Made} make @returns {(key: Key) => Made} */
export function oncePer(make) {
  /** @type {WeakMap<Key, Made>} */
  const made = new WeakMap();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
