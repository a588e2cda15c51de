// A run of the table as the exports see it, and what the core itself says of it.
import { load } from '../../wasm/index.js';
import { dataOf } from '../../wasm/cli/data.js';
import { stateOf } from '../../web/src/export/state.js';

/** @param {{ steps: number, config: Record<string, any> }} model */
export async function stateAfter({ steps, config: { data: name, ...options } }) {
  const core = await load();
  const data = await dataOf(name, '.');
  const trainer = core.createTrainer(options, data);
  try {
    trainer.step(steps);
    const state = stateOf(trainer, (changes) => core.createTrainer({ ...options, ...changes }, data), name);
    const { values, gradients } = trainer.parameters();
    return { state, values, gradients, output: trainer.batch().output, step: trainer.status().step };
  } finally {
    trainer.delete();
  }
}
