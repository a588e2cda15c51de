// The exported models in onnxruntime, as the benchmarks install it from npm.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Stop } from '../../wasm/toolchain/shell.js';

const module = fileURLToPath(new URL('../bench/peers/node_modules/onnxruntime-web/', import.meta.url));

/** @param {string} folder @param {string[]} names of models */
export async function checkInRuntime(folder, names) {
  if (!existsSync(module)) return "left out: not installed; 'npm ci --ignore-scripts' in tests/bench/peers would be right";
  const { exports } = JSON.parse(readFileSync(join(module, 'package.json'), 'utf8'));
  const ort = await import(pathToFileURL(join(module, exports['.'].node?.import ?? exports['.'].import)).href);
  ort.env.wasm.numThreads = 1;
  for (const name of names) {
    const { rows, x, output: wanted, dtype } = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));
    const session = await ort.InferenceSession.create(readFileSync(join(folder, `${name}.onnx`)));
    const numbers = dtype === 'float64' ? Float64Array.from(x) : Float32Array.from(x);
    const { output } = await session.run({ x: new ort.Tensor(dtype, numbers, [rows, x.length / rows]) });
    const size = Math.max(1, ...wanted.map(Math.abs));
    const error = Math.max(...wanted.map((/** @type {number} */ value, /** @type {number} */ i) => Math.abs(value - output.data[i]))) / size;
    if (!(error <= 1e-6)) throw new Stop(`${name}.onnx: onnxruntime differs by ${error}`);
  }
  return `${names.length} models agree to 1e-6`;
}
