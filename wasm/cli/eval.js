// `eval`: computes a text such as 'x=2; y=x**2+3*x+1' and prints its values and gradients.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Refusal, Usage } from './errors.js';
import { columns, jsonByName, jsonTensor, plainTensor, pointAt } from './format.js';
import { loadModule, readInput } from './input.js';
import { answer, linesOf, numbersFrom } from './lines.js';
import { nested } from '../nested.js';

export const help = `usage: backprop-playground eval [text] [options]

Computes a text such as 'x=2; y=x**2+3*x+1' and prints every named value. Without a text, or with -, standard input is read.

  --grad              also the gradient of the last value by every leaf
  --check             compares every gradient with central differences
  --fault overwrite   a classic mistake in the backward pass: the wrong gradients beside the right ones. Also wrong_order,
                      forgotten_derivative, no_zero_grad
  --pytorch           prints a PyTorch script that computes the same instead
  --json              prints data: {"value", "values", "gradients"}
  --jsonl             answers every line of standard input, such as {"id": 1, "source": "x^2 + 3*x + 1", "values": {"x": 2}}
  --file f.py         reads the text from a file
  --set x=2           gives a name a value, as often as needed: a number, or lists as in JSON
  --dtype float32     the type of numbers; float64 if not given
  --cotangent '[1,0]' the gradient that enters at a last value of more than one number
  --help              this text

Exit codes: 0 all is well, 1 the text or the numbers are wrong, 2 the command is.
Networks: backprop-playground train --help. Lessons: backprop-playground lint --help
`;

const flag = /** @type {const} */ ({ type: 'boolean' });
const text = /** @type {const} */ ({ type: 'string' });
const optionTypes = { grad: flag, check: flag, pytorch: flag, json: flag, jsonl: flag, help: flag, file: text, dtype: text, fault: text, cotangent: text, set: { ...text, multiple: /** @type {const} */ (true) } };

/** @param {string} name @param {string} words */
function readNumbers(name, words) {
  try {
    return numbersFrom(/^\s*[-\w.+]*\s*$/.test(words) && !/^\s*$/.test(words) && !Number.isFinite(Number(words)) ? words.trim() : JSON.parse(words));
  } catch {
    throw new Usage(`${name}: '${words}' is no value; a number such as 2, or lists such as [[1,2],[3,4]], would be right`);
  }
}

/** @param {string[]} settings */
function readSettings(settings) {
  return Object.fromEntries(settings.map((setting) => {
    const [, name, words] = setting.match(/^\s*([^=]+?)\s*=([^]*)$/) ?? [];
    if (!name) throw new Usage(`--set: '${setting}' gives no value; name=value, such as x=2, would be right`);
    return [name, readNumbers(`--set ${name}`, words)];
  }));
}

/** @param {string[]} args @param {string | undefined} file */
async function readSource(args, file) {
  if (args.length > 1) throw new Usage(`one text is taken, not ${args.length}; quotes around it would be right`);
  if (file !== undefined && args.length > 0) throw new Usage('a text and --file exclude each other');
  if (file !== undefined)
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      throw new Usage(`--file: ${/** @type {Error} */ (error).message}`);
    }
  if (args.length === 1 && args[0] !== '-') return args[0];
  if (args.length === 0 && process.stdin.isTTY) throw new Usage("there is no text; one such as 'x=2; y=x**2' would be right");
  return (await readInput(process.stdin)).toString('utf8');
}

/** @param {string} source @param {{ message: string, line: number, column: number, length: number }[]} errors */
function expectNone(source, errors) {
  if (errors.length > 0) throw new Refusal(errors.map((error) => pointAt(source, error)).join('\n'));
}

/** Answers lines until there are no more. @param {import('../index.js').Module} backprop */
async function serve(backprop) {
  for await (const line of linesOf(process.stdin))
    if (line.trim() !== '' && !process.stdout.write(`${answer(backprop, line)}\n`)) await once(process.stdout, 'drain');
}

/**
 * @param {import('../index.js').Module} backprop
 * @param {string} source
 * @param {ReturnType<typeof optionsOf>} options
 * @returns {string} what is printed
 */
function evaluate(backprop, source, { values, dtype, cotangent, grad, json, check }) {
  const result = backprop.evaluate(source, { values, dtype: /** @type {any} */ (dtype), cotangent });
  // A missing cotangent matters only where gradients are asked for.
  if (grad || json || check || !result.output) expectNone(source, result.errors);
  if (!result.output) throw new Refusal('1:1: the text has no value; an expression such as x^2 would be right');
  const unused = result.errors.length > 0 ? undefined : Object.keys(values).find((name) => !result.gradients.some((leaf) => leaf.name === name));
  if (unused !== undefined) throw new Refusal(`--set: '${unused}' is no leaf of the text; a name that it uses, or that it gives a number, would be right`);
  const tensors = (/** @type {typeof result.values} */ list) => list.map((each) => ({ name: each.name, value: nested(each) }));
  if (json)
    return `{"value":${jsonTensor(nested(result.output))},"values":${jsonByName(tensors(result.values))},"gradients":${jsonByName(tensors(result.gradients))}}`;
  const rows = tensors(result.values);
  const last = jsonTensor(nested(result.output));
  if (!rows.some(({ value }) => jsonTensor(value) === last)) rows.push({ name: 'result', value: nested(result.output) });
  if (grad) for (const { name, value } of tensors(result.gradients)) rows.push({ name: `${name || 'leaf'}.grad`, value });
  const width = Math.max(...rows.map(({ name }) => Array.from(name).length));
  return rows.map(({ name, value }) => `${name}${' '.repeat(width - Array.from(name).length)} = ${plainTensor(value, dtype ?? 'float64', width + 3)}`).join('\n');
}

/**
 * Prints from the recorded graph: the script, the gradients of a fault, or the table of the check.
 * @param {import('../index.js').Module} backprop
 * @param {string} source
 * @param {ReturnType<typeof optionsOf>} options
 * @param {(text: string) => void} print
 */
function inspect(backprop, source, { values, cotangent, check, pytorch, fault }, print) {
  const { graph, output, leaves, errors } = backprop.parse(source, { values });
  try {
    expectNone(source, errors);
    if (output === null) throw new Refusal('1:1: the text has no value; an expression such as x^2 would be right');
    if (pytorch) print(graph.toPyTorch(output, cotangent).trimEnd());
    if (!check && fault === undefined) return;
    graph.forward();
    if (fault !== undefined) {
      const { wrong, right } = graph.fault(output, fault, cotangent);
      const shown = (/** @type {typeof wrong[number]} */ gradient) => (gradient ? jsonTensor(nested(gradient)) : '0');
      const rows = leaves.map(({ name, node }) => [name || `node ${node}`, shown(right[node]), shown(wrong[node])]);
      print(columns([['leaf', 'right', fault], ...rows]));
      if (rows.every(([, good, bad]) => good === bad)) print('This mistake changes no gradient here: it shows where a value is used more than once or a function has a derivative.');
    }
    if (!check) return;
    if (!graph.node(output).requiresGrad) return print('No leaf leads to the result: there is no gradient to check.');
    const rows = [['leaf', 'analytic', 'numeric', 'error', 'verdict']];
    let wrong = 0;
    for (const { leaf, entries } of graph.check(output, cotangent))
      for (const [i, { analytic, numeric, error, agrees, kink }] of entries.entries()) {
        const name = leaves.find(({ node }) => node === leaf)?.name || `node ${leaf}`;
        if (!agrees && !kink) ++wrong;
        rows.push([entries.length > 1 ? name + placeIn(graph.node(leaf).shape, i) : name, `${analytic}`, `${numeric}`, error.toExponential(1), agrees ? 'agrees' : kink ? 'not differentiable here' : 'differs']);
      }
    print(columns(rows));
    if (wrong > 0) throw new Refusal(`${wrong} of ${rows.length - 1} gradients differ from the central differences`);
  } finally {
    graph.delete();
  }
}

/** Where the entry with this number stands, counted row by row: `[1, 0]`. @param {number[]} shape @param {number} entry */
function placeIn(shape, entry) {
  const place = [];
  for (const size of shape.toReversed()) {
    place.unshift(entry % size);
    entry = Math.floor(entry / size);
  }
  return `[${place.join(', ')}]`;
}

/** @param {string[]} args */
function optionsOf(args) {
  let parsed;
  try {
    parsed = parseArgs({ args, options: optionTypes, allowPositionals: true });
  } catch (error) {
    throw new Usage(/** @type {Error} */ (error).message);
  }
  const { values: given, positionals } = parsed;
  const { dtype } = given;
  if (dtype !== undefined && dtype !== 'float64' && dtype !== 'float32') throw new Usage(`--dtype: '${dtype}' is no type of numbers; float64 or float32 would be right`);
  if (dtype === 'float32' && (given.check || given.fault !== undefined)) throw new Usage('--check and --fault work in float64 alone');
  const aside = /** @type {const} */ (['check', 'pytorch', 'fault']).find((name) => given[name] !== undefined);
  if (given.json && aside) throw new Usage(`--json and --${aside} exclude each other`);
  const cotangent = given.cotangent === undefined ? undefined : readNumbers('--cotangent', given.cotangent);
  return { ...given, positionals, values: readSettings(given.set ?? []), cotangent };
}

/** @param {string[]} args what stands after the command's name */
export async function run(args) {
  const options = optionsOf(args);
  if (options.help) return void process.stdout.write(help);
  const texts = options.positionals;
  if (options.jsonl && texts.length > 0) throw new Usage('--jsonl reads standard input; a text beside it would be ignored');
  const source = options.jsonl ? '' : await readSource(texts, options.file);
  const backprop = await loadModule();
  const print = (/** @type {string} */ text) => void process.stdout.write(`${text}\n`);
  if (options.jsonl) return serve(backprop);
  const faults = backprop.tables().faults.map(({ name }) => name);
  if (options.fault !== undefined && !faults.includes(options.fault)) throw new Usage(`--fault: '${options.fault}' is no fault; one of ${faults.join(', ')} would be right`);
  if (!options.pytorch) print(evaluate(backprop, source, options));
  if (options.pytorch || options.check || options.fault !== undefined) inspect(backprop, source, options, print);
}
