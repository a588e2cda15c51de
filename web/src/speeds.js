// How fast play goes: as fast as the machine can, or so slowly that each step can be watched; kept in the address as speed=10.

/** Steps a second, the usual first. */
export const SPEEDS = [Infinity, 10, 1];

/** @param {number} speed */
export const speedName = (speed) => (speed === Infinity ? 'full speed' : speed === 1 ? '1 step/s' : `${speed} steps/s`);

/** The same beside Play, where there is little room. @param {number} speed */
export const shortSpeed = (speed) => (speed === Infinity ? 'full' : `${speed}/s`);

/** The next of the list, round its end. @param {number} speed */
export const nextSpeed = (speed) => SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length];

/** What a hash says; the usual one where it says nothing that is known. @param {string} hash */
export function speedOf(hash) {
  const given = Number(new URLSearchParams(hash.replace(/^#/, '')).get('speed'));
  return SPEEDS.includes(given) ? given : SPEEDS[0];
}

/** @param {string} hash of the settings @param {number} speed */
export function withSpeed(hash, speed) {
  return speed === SPEEDS[0] ? hash : `${hash ? `${hash}&` : '#'}speed=${speed}`;
}
