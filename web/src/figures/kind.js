// A kind of figure: what its attributes mean, what a reader can change, and what the core answers. Elements draw it, a linter runs it, without each other.

/** @typedef {import('../types.js').Core} Core */

/**
 * @typedef {object} Attribute of a figure's element, as a lesson's author writes it
 * @property {'text' | 'number' | 'whole' | 'numbers' | 'choice' | 'flag'} type numbers are separated by commas, a flag is there or not
 * @property {string | number | number[] | boolean} [default] what it is where it is left out; without one it must be written
 * @property {number} [from] @property {number} [to] bounds of a number, or of each
 * @property {readonly string[]} [among] of a choice
 * @property {string} help what it is, for whoever writes a lesson
 */

/**
 * @typedef {object} Kind
 * @property {string} tag of its element
 * @property {Record<string, Attribute>} attributes
 * @property {readonly string[]} controls what `hide` and `lock` can name
 * @property {'evaluate' | 'graph' | 'trainer'} [needs] how much of the core it asks, `evaluate` where it is left out: the module that has as much is fetched
 * @property {(spec: any) => object} begin what the reader can change, before anybody has
 * @property {(core: Core, spec: any, state: any) => object} answer everything that is drawn, computed by the core: the same for the same spec and state, but
 *   for what is in `measured`; throws an Error for the author where the spec says nothing that can be computed
 */

/** What every figure may have besides. */
const COMMON = ['alt', 'hide', 'lock', 'id', 'class', 'lang', 'hidden', 'slot'];

/**
 * What the attributes of a figure say.
 * @param {Kind} kind @param {Record<string, string | null | undefined>} attributes
 * @returns {{ spec: Record<string, any>, alt: string, hide: string[], lock: string[] }} throws an Error that names the attribute and what would be right
 */
export function readFigure(kind, attributes) {
  const written = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined);
  const unknown = written.find(([name]) => !(name in kind.attributes) && !COMMON.includes(name) && !name.startsWith('data-') && !name.startsWith('aria-'));
  if (unknown) throw wrong(kind, `${unknown[0]}="${unknown[1]}" is unknown`, [...Object.keys(kind.attributes), 'alt', 'hide', 'lock'].join(', '));
  const spec = Object.fromEntries(Object.entries(kind.attributes).map(([name, attribute]) => [camel(name), read(kind, name, attribute, attributes[name] ?? undefined)]));
  const alt = attributes.alt?.trim() ?? '';
  if (!alt) throw wrong(kind, 'alt is missing', 'a sentence that says what the figure shows to whoever does not see it');
  return { spec, alt, hide: controlsOf(kind, 'hide', attributes.hide), lock: controlsOf(kind, 'lock', attributes.lock) };
}

/** @param {Kind} kind @param {string} name @param {Attribute} attribute @param {string | undefined} text */
function read(kind, name, attribute, text) {
  const { type, from = -Infinity, to = Infinity, among = [] } = attribute;
  if (type === 'flag') return text !== undefined;
  if (text === undefined) {
    if (attribute.default === undefined) throw wrong(kind, `${name} is missing`, attribute.help);
    return attribute.default;
  }
  const given = `${name}="${text}"`;
  if (type === 'text') return text;
  if (type === 'choice') {
    if (!among.includes(text)) throw wrong(kind, `${given} is unknown`, among.join(', '));
    return text;
  }
  const numbers = (type === 'numbers' ? text.split(',') : [text]).map((each) => (each.trim() === '' ? NaN : Number(each.replace('−', '-'))));
  const bounds = from > -Infinity || to < Infinity ? ` from ${from} to ${to}` : '';
  const isRight = (/** @type {number} */ x) => Number.isFinite(x) && x >= from && x <= to && (type !== 'whole' || Number.isInteger(x));
  if (!numbers.every(isRight)) throw wrong(kind, given, `${type === 'numbers' ? 'numbers, separated by commas,' : type === 'whole' ? 'a whole number' : 'a number'}${bounds}`);
  return type === 'numbers' ? numbers : numbers[0];
}

/** @param {Kind} kind @param {'hide' | 'lock'} name @param {string | null | undefined} text */
function controlsOf(kind, name, text) {
  const controls = (text ?? '').split(/[\s,]+/).filter(Boolean);
  const unknown = controls.find((control) => !kind.controls.includes(control));
  if (unknown) throw wrong(kind, `${name}="${text}": there is no control ${unknown}`, kind.controls.join(', ') || 'nothing, as it has no controls');
  return controls;
}

/** @param {Kind} kind @param {string} what @param {string} right */
export const wrong = (kind, what, right) => new Error(`[${kind.tag}] ${what}; ${right} would be right`);

/** @param {string} name */
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * A text's values and gradients by name; the first mistake in it is thrown.
 * @param {Core} core @param {string} source @param {Record<string, any>} [values] of its free names, which are variables @param {number[]} [cotangent] what
 *   the gradients are of, where the output is more than one number: the sum of the output times this
 */
export function evaluate(core, source, values = {}, cotangent) {
  const read = core.evaluate(source, { values, cotangent });
  const [error] = read.errors;
  if (error) throw new Error(`"${source}" at column ${error.column}: ${error.message}`);
  const byName = (/** @type {typeof read.values} */ list) => Object.fromEntries(list.map(({ name, data }) => [name, Array.from(data)]));
  return { output: Array.from(read.output?.data ?? []), values: byName(read.values), gradients: byName(read.gradients) };
}
