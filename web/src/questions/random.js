// Random numbers that a seed and a name repeat, for variants of questions and for the weights of a figure.

/** Numbers in [0, 1): mulberry32 by Tommy Ettinger, begun at a hash of the name and the seeds. @param {string} name @param {number[]} seeds */
export function randomOf(name, ...seeds) {
  let state = 0x811c9dc5;
  for (const character of `${name}/${seeds.join('/')}`) state = Math.imul(state ^ Number(character.codePointAt(0)), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
