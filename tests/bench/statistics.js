// What it costs to read the statistics of all layers for every frame that is drawn, while training runs at full speed beside it.

/**
 * For each list of layers: microseconds of a training step, and of one reading for JavaScript, the best of several runs.
 * @param {import('../../wasm/index.js').Module} backprop
 * @param {number[][]} networks
 */
export function measureStatistics(backprop, networks) {
  return networks.map((layers) => {
    const trainer = backprop.createTrainer({ layers });
    const steps = 50, runs = 30;
    const step = leastTime(runs, () => trainer.step(steps)) / steps, reading = leastTime(runs, () => trainer.layerStatistics());
    const parameters = trainer.parameters().values.length;
    trainer.delete();
    return { layers, parameters, step, reading };
  });
}

/** Microseconds. @param {number} runs @param {() => void} run */
function leastTime(runs, run) {
  let least = Infinity;
  for (let i = 0; i < runs; ++i) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least * 1e3;
}
