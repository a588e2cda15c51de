// Exports ten models and has each file read by those whom it is for: npm run check-exports. What is not installed is left out, and said.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { networkFormats } from '../../web/src/export/formats.js';
import { runScript, say, Stop } from '../../wasm/toolchain/shell.js';
import { models } from './models.js';
import { checkInRuntime } from './runtime.js';
import { stateAfter } from './state.js';

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const scripts = ['pytorch', 'numpy', 'jax'];

/** A Python that has a module. @param {string} module @returns {string | undefined} */
const pythonWith = (module) =>
  ['python3', '/usr/bin/python3'].find((python) => spawnSync(python, ['-c', `import ${module}`]).status === 0);

/** What a program prints. @param {string} program @param {string[]} args @param {Record<string, string>} [settings] of the environment */
function printed(program, args, settings) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, OMP_NUM_THREADS: '1', ...settings } });
  if (status !== 0) throw new Stop(`${program} ${args.join(' ')} ended with code ${status}:\n${stderr}`);
  return stdout;
}

/** @param {string} folder */
async function exportAll(folder) {
  for (const model of models) {
    const { state, values, gradients, output, step } = await stateAfter(model);
    for (const { name, extension, write } of networkFormats)
      writeFileSync(join(folder, scripts.includes(name) ? `${model.name}.${name}.py` : `${model.name}.${extension}`), write(state));
    // Dropout is for training alone: what a model gives is seen without.
    const { x, count } = state.batch;
    const expected = { rows: count, step, dtype: state.dtype, x: [...x], values: [...values], gradients: [...gradients], output: [...(model.config.dropout ? await withoutDropout(model, state) : output)] };
    writeFileSync(join(folder, `${model.name}.expected.json`), JSON.stringify(expected));
  }
}

/** The outputs for the batch of a run with the same weights that keeps every unit. @param {typeof models[number]} model @param {import('../../web/src/export/state.js').NetworkState} state */
async function withoutDropout({ config }, { parameters, batch, training }) {
  const { load } = await import('../../wasm/index.js');
  const core = await load();
  const trainer = core.createTrainer({ ...config, dropout: 0, batch_size: training.count });
  try {
    trainer.setParameters(0, parameters.flatMap(({ value }) => [...value]));
    const { output } = trainer.batch();
    const width = output.length / training.count;
    const inputs = batch.x.length / batch.count;
    const key = (/** @type {ArrayLike<number>} */ row) => Array.from(row).join();
    const rows = new Map(Array.from({ length: training.count }, (_, example) => [key(trainer.example(example).x), output.subarray(example * width, (example + 1) * width)]));
    return Array.from({ length: batch.count }, (_, row) => [.../** @type {Float32Array} */ (rows.get(key(batch.x.subarray(row * inputs, (row + 1) * inputs))))]).flat();
  } finally {
    trainer.delete();
  }
}

/** Runs the script of every model; what they print ends with the loss. @param {string} folder @param {string} kind @param {(file: string) => string} run */
function runAll(folder, kind, run) {
  for (const { name } of models) {
    const text = run(join(folder, `${name}.${kind}.py`));
    if (!/^\d+ gradients agree\.\nThe next step agrees\.\nAfter \d+ steps the loss on the training set is [\d.e+-]+\.\n$/.test(text)) throw new Stop(`${name}.${kind}.py printed:\n${text}`);
  }
  return `${models.length} scripts prove every gradient and the next step, and train`;
}

await runScript(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-exports-'));
  const lines = /** @type {string[][]} */ ([]);
  const tell = (/** @type {string} */ reader, /** @type {string} */ found) => {
    lines.push([reader, found]);
    say(`${reader}: ${found}`);
  };
  try {
    await exportAll(folder);
    const names = models.map(({ name }) => name);
    const [numpy, torch, jax] = ['numpy', 'torch', 'jax'].map(pythonWith);
    if (numpy) {
      for (const line of printed(pythonWith('onnx') ?? numpy, [here('read.py'), folder, ...names]).trim().split('\n')) tell(...(/** @type {[string, string]} */ (line.split('\t'))));
      tell('NumPy script', runAll(folder, 'numpy', (file) => printed(numpy, [file, '--steps', '20'])));
    } else tell('NumPy', 'left out: not installed');
    tell('onnxruntime (npm)', await checkInRuntime(folder, names));
    if (torch) {
      tell('PyTorch script', runAll(folder, 'pytorch', (file) => printed(torch, [file, '--steps', '20'])));
      tell('PyTorch script, two processes with gloo', runAll(folder, 'pytorch', (file) => printed(torch, [here('torchrun.py'), '--standalone', '--nproc_per_node=2', file, '--steps', '20'])));
    } else tell('PyTorch', 'left out: not installed');
    if (jax) tell('JAX script', runAll(folder, 'jax', (file) => printed(jax, [file, '--steps', '20'])));
    else if (torch) tell('JAX script', `left out: not installed; with PyTorch in its place ${runAll(folder, 'jax', (file) => printed(torch, [file, '--steps', '20'], { PYTHONPATH: here('stand-in') }))}`);
    else tell('JAX script', 'left out: not installed');
    const left = lines.filter(([, found]) => found.startsWith('left out')).length;
    say(`${lines.length - left} readers agree, ${left} ${left === 1 ? 'is' : 'are'} left out.`);
    if (left === lines.length) throw new Stop('Nothing is installed that reads exports: apt-get install python3-numpy python3-torch python3-onnx would be right.');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
