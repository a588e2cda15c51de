// Digits and signs as they stand in an exponent, and back: −7 is ⁻⁷.

const LEVEL = '0123456789−+';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺';

/** All else stays as it is. @param {string} text */
export const raised = (text) => text.replace(/[\d−+]/g, (sign) => RAISED[LEVEL.indexOf(sign)]);

/** @param {string} text of raised digits and signs alone */
export const lowered = (text) => Array.from(text, (sign) => LEVEL[RAISED.indexOf(sign)]).join('');
