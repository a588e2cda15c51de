// `eval --jsonl`: one answer for each line, in order.
import { nested } from '../nested.js';
import { jsonByName, jsonTensor } from './format.js';

/** @typedef {import('../index.js').Module} Module */

const longestLine = 64e6; // in characters; what is longer is not kept

/** @type {Record<string, number>} */
const notFinite = { nan: NaN, inf: Infinity, '-inf': -Infinity };

/**
 * Numbers as JSON gives them: "nan", "inf" and "-inf" are numbers too. What is wrong the module says.
 * @param {any} value
 * @param {number} depth of the lists; deeper than a tensor's they are wrong anyway
 * @returns {any}
 */
export function numbersFrom(value, depth = 0) {
  if (Array.isArray(value) && depth < 4) return value.map((entry) => numbersFrom(entry, depth + 1));
  return typeof value === 'string' && Object.hasOwn(notFinite, value) ? notFinite[value] : value;
}

/** Every value of an object as numbers. @param {any} values */
export function valuesFrom(values) {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return values;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, numbersFrom(value)]));
}

/**
 * The answer to one line, without its end.
 * @param {Module} backprop
 * @param {string} line
 */
export function answer(backprop, line) {
  let id = 'null';
  /** @param {{ message: string, line?: number, column?: number }} error */
  const refusal = ({ message, line, column }) => `"error":${JSON.stringify({ message, line, column })}`;
  try {
    if (line.length > longestLine) throw new Error(`[line] is longer than ${longestLine} characters`);
    const request = JSON.parse(line);
    if (typeof request !== 'object' || request === null || Array.isArray(request))
      throw new Error('[line] is no object; one such as {"id": 1, "source": "x^2", "values": {"x": 2}} would be right');
    if (typeof request.id === 'number' || typeof request.id === 'string') id = JSON.stringify(request.id);
    const { source, values, dtype, cotangent } = request;
    if (source === undefined) throw new Error('[source] is missing; one such as "x^2" would be right');
    const result = backprop.evaluate(source, { values: valuesFrom(values), dtype, cotangent: numbersFrom(cotangent) });
    const value = result.output && `"value":${jsonTensor(nested(result.output))}`;
    const [first] = result.errors;
    if (first) return `{"id":${id},${value ? `${value},` : ''}${refusal(first)}}`;
    if (!value) throw new Error('[source] has no value; an expression such as x^2 would be right');
    const gradients = jsonByName(result.gradients.map((each) => ({ name: each.name, value: nested(each) })));
    return `{"id":${id},${value},"gradients":${gradients}}`;
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    return `{"id":${id},${refusal({ message: name === 'SyntaxError' ? `[line] is not JSON: ${message}` : message })}}`;
  }
}

/**
 * The lines of a stream, whatever pieces they arrive in. Of one that is too long only its start is kept.
 * @param {AsyncIterable<Buffer>} stream
 */
export async function* linesOf(stream) {
  const decoder = new TextDecoder();
  /** @type {string[]} */
  let pieces = [];
  let length = 0;
  /** @param {string} piece */
  const keep = (piece) => {
    if (length <= longestLine) pieces.push(piece);
    length += piece.length;
  };
  for await (const bytes of stream) {
    const parts = decoder.decode(bytes, { stream: true }).split('\n');
    for (const [i, part] of parts.entries()) {
      keep(part);
      if (i === parts.length - 1) continue;
      yield pieces.join('');
      [pieces, length] = [[], 0];
    }
  }
  keep(decoder.decode());
  yield pieces.join('');
}
