// Downloads packages of another Debian release with the machine's own apt, address and keys, without touching the system.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceOf } from './machine.js';
import { capture, say, Stop } from './shell.js';

const elsewhere = 'or install Emscripten 3.1.69 or newer with emsdk (see emscripten.org) and put emcc on the PATH';

/**
 * Downloads packages of a suite into a folder.
 * @param {string} suite
 * @param {string[]} packages
 * @param {string} folder an empty folder; apt's private state goes there too
 * @param {string} purpose what the packages are for, told to the person
 * @returns {Promise<string[]>} the paths of the .deb files
 */
export async function downloadPackages(suite, packages, folder, purpose) {
  const env = { ...process.env, LC_ALL: 'C', APT_CONFIG: await privateConfiguration(suite, folder) };
  const debs = join(folder, 'debs');
  mkdirSync(debs);

  say(`Reading the list of Debian's packages (about 10 MB).`);
  stopOnFailure(await capture('apt-get', ['update', '-q'], { env }));
  const listed = await capture('apt-get', ['download', '--print-uris', ...packages], { env, cwd: debs });
  stopOnFailure(listed);
  const sizes = [...listed.output.matchAll(/^'[^']+' \S+ (\d+)/gm)].map((match) => Number(match[1]));
  const total = sizes.reduce((sum, size) => sum + size, 0);

  say(`Downloading ${purpose}: ${sizes.length} of Debian's packages, ${megabytes(total)} MB.`);
  const progress = setInterval(() => say(`  ${megabytes(folderSize(debs))} of ${megabytes(total)} MB`), 5000);
  const downloaded = await capture('apt-get', ['download', '-q', ...packages], { env, cwd: debs });
  clearInterval(progress);
  stopOnFailure(downloaded);
  return readdirSync(debs).filter((name) => name.endsWith('.deb')).map((name) => join(debs, name));
}

/**
 * Writes a configuration of apt that keeps the machine's proxies and limits, but has its own sources and state, and no hooks.
 * @param {string} suite
 * @param {string} folder
 */
async function privateConfiguration(suite, folder) {
  for (const name of ['sources', 'state/lists/partial', 'cache/archives/partial']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'sources', 'debian.sources'), ownSource(suite));
  writeFileSync(join(folder, 'status'), '');
  const machine = (await capture('apt-config', ['dump'])).output.split('\n');
  const kept = machine.filter((line) => !/^(Dir|DPkg|APT::Update|APT::Default-Release)\b/i.test(line));
  const own = {
    'Dir::State': join(folder, 'state'),
    'Dir::State::status': join(folder, 'status'),
    'Dir::Cache': join(folder, 'cache'),
    'Dir::Etc::SourceList': '/dev/null',
    'Dir::Etc::SourceParts': join(folder, 'sources'),
    'Dir::Etc::Main': '/dev/null',
    'Dir::Etc::Parts': '/dev/null',
    'Dir::Etc::Preferences': '/dev/null',
    'Dir::Etc::PreferencesParts': '/dev/null',
    'APT::Sandbox::User': 'root',
    'APT::Update::Error-Mode': 'any',
    'Acquire::Retries': '3',
  };
  const file = join(folder, 'apt.conf');
  writeFileSync(file, [...kept, ...Object.entries(own).map(([key, value]) => `${key} "${value}";`)].join('\n') + '\n');
  return file;
}

/** @param {string} suite */
function ownSource(suite) {
  const source = sourceOf(suite);
  if (!source) throw new Stop(`No source of Debian's packages is listed in /etc/apt: add your mirror there, ${elsewhere}.`);
  return source;
}

/** @param {{code: number, errors: string}} result */
function stopOnFailure({ code, errors }) {
  if (code === 0) return;
  const reason = errors.match(/^E: (.*?)\.?$/m)?.[1] ?? errors.trim().split('\n')[0];
  throw new Stop(`Debian's packages cannot be fetched (${reason}): check the network and the address in /etc/apt, ${elsewhere}.`);
}

/** @param {string} folder */
function folderSize(folder) {
  return readdirSync(folder).reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** @param {number} bytes */
function megabytes(bytes) {
  return Math.max(1, Math.round(bytes / 1e6));
}
