// The custom-elements manifest: what the analyzer reads of the sources, and the attributes that stand in tables.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repository } from '../../wasm/toolchain/shell.js';
import { elements } from '../src/course/elements.js';
import { kinds } from '../src/figures/kinds.js';
import { ATTRIBUTES } from '../src/questions/from-html.js';

/** @import { Attribute, Kind } from '../src/figures/kind.js' */
/** @typedef {{ name: string, type?: { text: string }, default?: string, description?: string, fieldName?: string }} ManifestAttribute */
/** @typedef {{ kind: string, name: string, tagName?: string, customElement?: boolean, description?: string, attributes?: ManifestAttribute[], events?: { name: string }[], members?: { kind: string, name: string, privacy?: string }[], superclass?: { module?: string } }} Declaration */
/** @typedef {{ path: string, declarations: Declaration[], exports?: object[] }} Module */

// The analyzer has no types, and reads trees of its own TypeScript alone.
const analyzer = '@custom-elements-manifest/analyzer';
const ts = createRequire(createRequire(import.meta.url).resolve(`${analyzer}/package.json`))('typescript');
const { create } = await import(`${analyzer}/src/create.js`);
const { litPlugin } = await import(`${analyzer}/src/features/framework-plugins/lit/lit.js`);

export const manifestFile = join(repository, 'build/custom-elements.json');

/** What figures have besides what their kind says. @type {ManifestAttribute[]} */
const ofAllFigures = [
  { name: 'alt', type: { text: 'string' }, description: 'What the figure shows, for whoever does not see it; it must be written.' },
  { name: 'hide', type: { text: 'string' }, description: 'Controls that are not there.' },
  { name: 'lock', type: { text: 'string' }, description: 'Controls that cannot be used.' },
];

/** Types as TypeScript writes them. @param {Attribute} attribute */
function typeOf({ type, among = [] }) {
  if (type === 'choice') return among.map((one) => `'${one}'`).join(' | ');
  return { text: 'string', number: 'number', whole: 'number', numbers: 'string', flag: 'boolean' }[type];
}

/** @param {Kind} kind @returns {ManifestAttribute[]} */
function attributesOf({ attributes, controls }) {
  const own = Object.entries(attributes).map(([name, attribute]) => {
    const { default: usual, from, to, help } = attribute;
    const bounds = from === undefined && to === undefined ? '' : ` (${from ?? '−∞'} to ${to ?? '∞'})`;
    return { name, type: { text: typeOf(attribute) }, ...(usual === undefined ? {} : { default: JSON.stringify(usual) }), description: `${help}${bounds}` };
  });
  const common = ofAllFigures.map((one) => (one.name === 'alt' || !controls.length ? one : { ...one, description: `${one.description} One or more of: ${controls.join(', ')}.` }));
  return [...own, ...common];
}

/** Files in which elements are written that a page may hold, by their tag, and the class of each: as the course loads them. */
function sources() {
  return Object.entries(elements).map(([tag, load]) => {
    const [, path, name] = /import\(["']\.\.\/([^"']+)["']\)\)\.(\w+)/.exec(String(load)) ?? [];
    return { tag, name, path: `web/src/${path}` };
  });
}

/** Adds what stands in tables, and takes out what is nobody else's. @type {object} */
const fromTables = {
  name: 'from-tables',
  /** @param {{ customElementsManifest: { modules: Module[] } }} phase */
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      const here = sources().filter(({ path }) => path === module.path);
      module.declarations = module.declarations.filter(({ name }) => here.some((one) => one.name === name));
      for (const declaration of module.declarations) {
        // Who loads the class defines the element: the course, or a widget.
        const tag = here.find(({ name }) => name === declaration.name)?.tag;
        Object.assign(declaration, { tagName: tag, customElement: true });
        module.exports?.push({ kind: 'custom-element-definition', name: tag, declaration: { name: declaration.name, module: module.path } });
        complete(declaration, about(module.path));
      }
    }
  },
};

/** What a file's first comment says of its element. @param {string} path */
const about = (path) => (/^\/\/ <[\w-]+>: (.*)$/m.exec(readFileSync(join(repository, path), 'utf8'))?.[1] ?? '').replace(/:$/, '.');

/** @param {Declaration} declaration @param {string} description */
function complete(declaration, description) {
  const { tagName = '', attributes = [], superclass } = declaration;
  if (superclass?.module) delete declaration.superclass; // It is in no module of the manifest.
  declaration.description = description;
  declaration.members = [];
  if (kinds[tagName]) declaration.attributes = attributesOf(kinds[tagName]);
  if (tagName !== 'backprop-question') return;
  declaration.attributes = ['name', 'seed', ...ATTRIBUTES].map((name) => attributes.find((one) => one.name === name) ?? { name, type: { text: 'string' } });
}

/** @returns {{ schemaVersion: string, modules: Module[] }} */
export function elementsManifest() {
  const files = [...new Set(sources().map(({ path }) => path))];
  const modules = files.map((path) => ts.createSourceFile(path, readFileSync(join(repository, path), 'utf8'), ts.ScriptTarget.ES2022, true));
  return create({ modules, plugins: [...litPlugin(), fromTables], context: { dev: false } });
}

export function writeManifest() {
  writeFileSync(manifestFile, `${JSON.stringify(elementsManifest(), null, 1)}\n`);
}
