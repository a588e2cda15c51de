// Fuzzes the language: node tests/fuzz/run.js [--minutes n]. With clang's fuzzer where there is one, else by replaying
// the corpus and seeded mutations of it; under address and undefined-behaviour sanitizers either way.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const repository = join(folder, '../..');
const work = join(repository, 'build/fuzz');
const corpus = join(folder, 'corpus');
const at = process.argv.indexOf('--minutes');
const seconds = Math.round(60 * (at < 0 ? 0.25 : Number(process.argv[at + 1])));
if (!(seconds >= 0)) throw new Error('--minutes takes a number, such as 10');

/** @param {string} program @param {string[]} args @param {boolean} [quiet] */
function succeeds(program, args, quiet = false) {
  return spawnSync(program, args, { cwd: work, stdio: quiet ? 'ignore' : 'inherit' }).status === 0;
}

mkdirSync(work, { recursive: true });
writeFileSync(join(work, 'probe.cpp'), 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }\n');
const clang = ['clang++', 'clang++-14'].find((name) => succeeds(name, ['-fsanitize=fuzzer', 'probe.cpp', '-o', 'probe'], true));
const compiler = clang ?? process.env.CXX ?? 'c++';
const cache = join(repository, 'build/native-sanitize/CMakeCache.txt');
const xsimd = existsSync(cache) ? readFileSync(cache, 'utf8').match(/XSIMD_INCLUDE:PATH=(.*)/)?.[1] : undefined;

const core = join(repository, 'core');
const list = readFileSync(join(core, 'CMakeLists.txt'), 'utf8');
const sources = [...list.matchAll(/src\/\S+\.cpp/g)].map(([path]) => join(core, path));
const program = join(work, clang ? 'fuzz' : 'replay');
const flags = ['-std=c++20', '-O1', '-g', '-ffp-contract=off', `-fsanitize=${clang ? 'fuzzer,' : ''}address,undefined`, '-fno-sanitize-recover=all',
  `-I${join(core, 'include')}`, `-I${join(core, 'src')}`, ...(xsimd ? ['-isystem', xsimd] : [])];
const targets = [join(folder, 'parse_fuzz.cpp'), ...(clang ? [] : [join(folder, 'replay.cpp')])];
console.log(`Compiling the fuzz target with ${compiler}, which takes minutes.`);
if (!succeeds(compiler, [...flags, ...targets, ...sources, '-o', program])) process.exit(1);

const files = readdirSync(corpus).map((name) => join(corpus, name));
const found = join(work, 'found');
mkdirSync(found, { recursive: true });
const args = clang
  ? [`-max_total_time=${seconds}`, '-max_len=4096', '-timeout=10', '-rss_limit_mb=2048', '-print_final_stats=1', found, corpus]
  : [String(seconds), ...files];
if (!succeeds(program, args)) process.exit(1);
