// Expressions of the graph language as one writes them by hand: x**2 becomes x², 3*x + 2 becomes 3x + 2.

import { raised } from './raised.js';

/** @param {string} code */
export function formulaText(code) {
  return withoutBrackets(code.trim())
    .replace(/\s*\*\*\s*(\d+)(?![\d.])/g, (_, digits) => raised(digits))
    .replace(/\b(\d+(?:\.\d+)?)\s*\*\s*(?=[A-Za-z(])/g, '$1')
    .replace(/\s*\*\*\s*/g, '^')
    .replace(/\s*\*\s*/g, ' · ')
    .replace(/\s*\/\s*/g, ' / ')
    .replace(/-/g, '−')
    .replace(/\b(sin|cos|tan|tanh|exp|log)\((\w)\)/g, '$1 $2');
}

/** One expression in place of a name in another. @param {string} code @param {string} name @param {string} inner */
export function insideOf(code, name, inner) {
  const plain = /^[\w.]+$/.test(inner) || /^\w+\([^()]*\)$/.test(inner) ? inner : `(${inner})`;
  return code.replace(new RegExp(`\\(\\s*${name}\\s*\\)|\\b${name}\\b`, 'g'), (found) => (found === name ? plain : `(${withoutBrackets(plain)})`));
}

/** Without brackets around all of it. @param {string} text */
function withoutBrackets(text) {
  if (!/^\([^]*\)$/.test(text)) return text;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
    if (depth === 0) return text;
  }
  return text.slice(1, -1).trim();
}
