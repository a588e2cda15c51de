// Tells whether this machine is a Debian whose apt can be used, and from where it takes its packages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { which } from './shell.js';

/** @typedef {Record<string, string>} Fields names in small letters, and their values */

/** Release 12 or newer, or testing, which has no number. */
export function isDebian() {
  const { id, version_id: number } = releaseFields();
  return id === 'debian' && (!number || Number(number) >= 12) && Boolean(which('apt-get') && which('dpkg-deb'));
}

/** @returns {Fields} */
function releaseFields() {
  const lines = read('/etc/os-release').matchAll(/^(\w+)="?([^"\n]*)"?$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name.toLowerCase(), value]));
}

/** @param {string} file @returns {string} nothing if it cannot be read */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Fields of a source that say whom to trust. */
const trust = ['signed-by', 'trusted', 'check-valid-until', 'check-date', 'allow-insecure', 'allow-weak'];

/**
 * The machine's own source of Debian's packages, but for another suite: the text of a .sources file, or undefined.
 * @param {string} suite
 */
export function sourceOf(suite) {
  const sources = sourceFiles().flatMap((file) => (file.endsWith('.sources') ? stanzas(read(file)) : oneLiners(read(file))));
  const usable = sources.filter(({ types = '', enabled, uris = '' }) =>
    types.split(/\s+/).includes('deb') && enabled !== 'no' && !uris.startsWith('cdrom:'));
  const { version_codename: codename } = releaseFields();
  // The suites for updates and security have a dash or a slash and lie elsewhere.
  const found = usable.find(({ suites }) => suites.split(/\s+/).includes(codename)) ??
    usable.find(({ suites, components = '' }) => /^[a-z]+$/.test(suites) && components.split(/\s+/).includes('main'));
  if (!found) return undefined;
  const trusted = trust.filter((field) => found[field]).map((field) => `${field}: ${found[field]}\n`);
  return `types: deb\nuris: ${found.uris}\nsuites: ${suite}\ncomponents: main\ntargets: Packages\n${trusted.join('')}`;
}

function sourceFiles() {
  const folder = '/etc/apt/sources.list.d';
  /** @type {string[]} */
  let names = [];
  try {
    names = readdirSync(folder).sort();
  } catch {
    // A machine may have the one file only.
  }
  return ['/etc/apt/sources.list', ...names.map((name) => join(folder, name))].filter((file) => /\.(list|sources)$/.test(file));
}

/**
 * @param {string} text paragraphs of 'Field: value' lines; a value may go on in lines that begin with a space
 * @returns {Fields[]}
 */
function stanzas(text) {
  return text.replace(/^#.*\n/gm, '').split(/\n\s*\n/).map((paragraph) => {
    const fields = paragraph.matchAll(/^([\w-]+):[ \t]*(.*(?:\n[ \t].*)*)/gm);
    return Object.fromEntries([...fields].map(([, name, value]) => [name.toLowerCase(), value.trimEnd()]));
  });
}

/**
 * @param {string} text lines such as 'deb [signed-by=/key.gpg] address suite main'
 * @returns {Fields[]}
 */
function oneLiners(text) {
  const lines = text.matchAll(/^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)[ \t]*([^#\n]*)/gm);
  return [...lines].map(([, options = '', uris, suites, components]) => {
    const given = options.trim().split(/\s+/).filter(Boolean).map((option) => option.split('='));
    return { ...Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), value])), types: 'deb', uris, suites, components };
  });
}
