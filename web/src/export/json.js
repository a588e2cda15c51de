// The state as JSON: what a person or another program reads, and what this one reads back.

/** @import { Memory, NetworkState } from './state.js' */
/** @import { Dtype, Reals } from './numbers.js' */
import { ratesText, weightsText } from '../link/moment.js';
import { jsonNumber, lists } from './numbers.js';

/** @typedef {import('./read.js').Read} Read */

/** What is not a tensor, in a line. @param {NetworkState} state */
export function aboutOf({ step, options, data, names, loss, lr, byHand }) {
  const { edits } = byHand;
  // In the words of a link, so that a run with them goes on to the same bits.
  const changed = edits.length > 0 ? { begun_lr: byHand.lr, w: weightsText(edits, options.dtype) || undefined, lr_at: ratesText(edits) || undefined } : {};
  return JSON.stringify({ playground: 1, step, lr, loss, options, ...changed, data, names });
}

/** @param {NetworkState} state */
export function toJson(state) {
  const { parameters, dtype, batch, widths } = state;
  const tensor = (/** @type {Reals} */ data, /** @type {number[]} */ shape) => lists(data, shape, (x) => jsonNumber(x, dtype));
  const byName = (/** @type {(parameter: NetworkState['parameters'][number]) => Reals | undefined} */ of) =>
    `{${parameters.flatMap((parameter) => {
      const data = of(parameter);
      return data ? [`\n    "${parameter.name}": ${tensor(data, parameter.shape)}`] : [];
    }).join(',')}\n  }`;
  const memories = /** @type {Memory[]} */ (Object.keys(parameters[0].memory));
  return `{
  "about": ${aboutOf(state)},
  "parameters": ${byName(({ value }) => value)},
  "gradients": ${byName(({ gradient }) => gradient)},
  "updates": ${byName(({ update }) => update)},
  "optimizer": {${memories.map((name) => `\n  "${name}": ${byName(({ memory }) => memory[name])}`).join(',')}},
  "batch": {
    "x": ${tensor(batch.x, [batch.count, widths[0]])},
    "target": ${tensor(batch.target, state.options.loss === 'cross_entropy' ? [batch.count] : [batch.count, batch.target.length / batch.count])},
    "output": ${tensor(batch.output, [batch.count, batch.output.length / batch.count])}
  }
}
`;
}

/** What stands in a file of JSON; nothing in any other. @param {Uint8Array} bytes @returns {any} */
export function contentOf(bytes) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** @param {Uint8Array} bytes @returns {Read | undefined} nothing if it is other JSON, such as a configuration */
export function fromJson(bytes) {
  const content = contentOf(bytes);
  if (content?.about?.playground !== 1) return undefined;
  const tensors = Object.entries(content.parameters ?? {}).map(([name, value]) => {
    const shape = [value.length, ...(Array.isArray(value[0]) ? [value[0].length] : [])];
    const flat = /** @type {number[]} */ (value.flat());
    return { name, shape, data: content.about.options?.dtype === 'float64' ? Float64Array.from(flat) : Float32Array.from(flat) };
  });
  return { about: content.about, tensors };
}
