// The derivative as one would write it by hand: the rules of the core's table along each path, with the names of the text in them. Small scalar graphs only.

/** @import { GraphFrame, Tables } from '../types.js' */
/** @import { Step } from './graph-paths.js' */
import { scalarText } from './graph-numbers.js';
import { raised } from './raised.js';

const LONGEST = 72;

/**
 * @param {GraphFrame} frame @param {{ name: string }[]} names @param {Step[][]} ways from the output back @param {Tables['ops']} ops
 * @returns {string} 2 · x + 3; empty where it would say little
 */
export function byHand(frame, names, ways, ops) {
  if (frame.nodes.some(({ shape }) => shape.length > 0) || ways.length === 0) return '';
  const products = ways.map((way) => way.map((step) => factorOf(frame, names, step, ops)));
  if (products.some((factors) => factors.includes(undefined))) return '';
  const text = products.map((factors) => productOf(/** @type {string[]} */ (factors))).join(' + ').replaceAll('+ −', '− ');
  return text.length > LONGEST ? '' : text;
}

/** @param {string[]} factors */
function productOf(factors) {
  const said = factors.filter((factor) => factor && factor !== '−');
  const minus = factors.filter((factor) => factor.startsWith('−')).length % 2 ? '−' : '';
  const plain = said.map((factor) => factor.replace(/^−/, ''));
  return minus + (plain.map((factor) => (plain.length > 1 && / [+−/] /.test(outside(factor)) ? `(${factor})` : factor)).join(' · ') || '1');
}

/** What stands in no parentheses. @param {string} text */
const outside = (text) => text.replace(/\([^()]*\)/g, '');

/**
 * Nothing for 1, a minus for −1; undefined where the rule is one of cases. @param {GraphFrame} frame @param {{ name: string }[]} names @param {Step} step
 * @param {Tables['ops']} ops
 */
function factorOf({ nodes }, names, { to, slot }, ops) {
  const { op, inputs } = nodes[to.node];
  const row = ops.find(({ name }) => name === op);
  const rule = /^(−?)ȳ(?: ([·/]) (.+))?$/.exec(row?.derivatives[slot] ?? '');
  if (!row || !rule || /ȳ|,| to | where /.test(rule[3] ?? '')) return undefined;
  const [, minus, sign, rest = ''] = rule;
  const called = inputs.map((input) => (nodes[input].kind === 'constant' ? bracketed(scalarText(nodes[input].value.data[0])) : names[input].name));
  if (op === 'pow' && slot === 0 && nodes[inputs[1]].kind === 'constant') return powerRule(called[0], nodes[inputs[1]].value.data[0]);
  const filled = rest.replace(/(?<![\p{L}′])(\p{L}+)(?!\p{L})/gu, (word) => {
    const at = row.inputs.indexOf(word);
    return at >= 0 ? called[at] : word === 'y' ? names[to.node].name : word;
  });
  return minus + (sign === '/' ? `1 / ${filled}` : filled);
}

/** @param {string} base @param {number} exponent */
function powerRule(base, exponent) {
  const less = exponent - 1;
  if (less === 0) return '';
  const power = less === 1 ? '' : Number.isInteger(less) && less > 0 ? raised(String(less)) : `^${bracketed(scalarText(less))}`;
  return `${scalarText(exponent)} · ${base}${power}`;
}

/** @param {string} text */
const bracketed = (text) => (text.startsWith('−') ? `(${text})` : text);
