// How fast play goes: as fast as the machine can, or so slowly that each step can be watched.

/** Steps a second, the usual first. */
export const SPEEDS = [Infinity, 10, 1];

/** @param {number} speed */
export const speedName = (speed) => (speed === Infinity ? 'full speed' : speed === 1 ? '1 step/s' : `${speed} steps/s`);

/** The same beside Play, where there is little room. @param {number} speed */
export const shortSpeed = (speed) => (speed === Infinity ? 'full' : `${speed}/s`);

/** The next of the list, round its end. @param {number} speed */
export const nextSpeed = (speed) => SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length];
