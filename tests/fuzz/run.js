// Fuzzes the language under address and undefined-behaviour sanitizers: npm run fuzz -- [minutes], a quarter if none is named.
// With clang's fuzzer where there is one, else by seeded mutations of the corpus.
import { mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../wasm/build.js';
import { capture, repository, run, runScript, say, Stop } from '../../wasm/toolchain/shell.js';

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
  const seconds = Math.ceil(60 * minutes);
  const corpus = join(repository, 'tests/fuzz/corpus');
  const fuzzer = await hasFuzzer();
  const folder = await build(fuzzer ? 'fuzz' : 'native-sanitize');
  const found = join(folder, 'found');
  mkdirSync(found, { recursive: true });
  say(fuzzer ? 'With the fuzzer of clang.' : 'Without a fuzzer: mutations of the corpus.');
  const args = fuzzer
    ? [`-max_total_time=${seconds}`, '-max_len=4096', '-timeout=10', '-rss_limit_mb=2048', '-print_final_stats=1', `-artifact_prefix=${found}/`, found, corpus]
    : [String(seconds), ...readdirSync(corpus).map((name) => join(corpus, name))];
  const code = await run(join(folder, 'tests/fuzz/parse_fuzz'), args);
  if (code !== 0) throw new Stop('The fuzz target failed: its last message is above.');
});
