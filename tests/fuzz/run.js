// Fuzzes the language, tables and configurations, under address and undefined-behaviour sanitizers: npm run fuzz -- [minutes], a quarter
// if none is named, for all together. With clang's fuzzer where there is one, else by seeded mutations of each corpus.
import { mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../wasm/build.js';
import { capture, repository, run, runScript, say, Stop } from '../../wasm/toolchain/shell.js';

/** Each runs in turn, on `<name>_corpus`. */
const targets = ['parse', 'csv', 'config'];

/** Whether the clang at hand can link a fuzzer. */
async function hasFuzzer() {
  try {
    const { code } = await capture('clang++', ['-fsanitize=fuzzer', join(repository, 'tests/fuzz/probe.cpp'), '-o', join(tmpdir(), `probe-${process.pid}`)]);
    return code === 0;
  } catch {
    return false;
  }
}

await runScript(async () => {
  const minutes = Number(process.argv[2] ?? 0.25);
  if (!(minutes > 0)) throw new Stop(`'${process.argv[2]}' is no number of minutes; 10 would be right.`);
  const seconds = Math.ceil((60 * minutes) / targets.length);
  const fuzzer = await hasFuzzer();
  const folder = await build(fuzzer ? 'fuzz' : 'native-sanitize');
  say(fuzzer ? 'With the fuzzer of clang.' : 'Without a fuzzer: mutations of the corpus.');
  for (const target of targets) {
    const corpus = join(repository, 'tests/fuzz', `${target}_corpus`);
    const found = join(folder, 'found', target);
    mkdirSync(found, { recursive: true });
    const args = fuzzer
      ? [`-max_total_time=${seconds}`, '-max_len=4096', '-timeout=10', '-rss_limit_mb=2048', '-print_final_stats=1', `-artifact_prefix=${found}/`, found, corpus]
      : [String(seconds), ...readdirSync(corpus).map((name) => join(corpus, name))];
    say(`The target ${target}, for ${seconds} s.`);
    const code = await run(join(folder, `tests/fuzz/${target}_fuzz`), args);
    if (code !== 0) throw new Stop(`The fuzz target ${target} failed: its last message is above.`);
  }
});
