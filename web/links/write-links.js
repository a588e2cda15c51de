// Writes the tables of what a link can say into web/LINKS.md, between their marks: node web/links/write-links.js
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { optionMarkdown } from '../../wasm/cli/option-table.js';
import { load } from '../../wasm/index.js';
import { PAGE_KEYS } from '../src/link/keys.js';
import { allParts } from '../src/link/parts.js';

/** @import { Tables } from '../src/types.js' */

const document = new URL('../LINKS.md', import.meta.url);

/** @param {Tables} tables */
function keyTable(tables) {
  const rows = PAGE_KEYS.map(({ name, mayBe, help, example }) => `| \`${name}\` | ${mayBe} | ${help} | \`${example}\` |`);
  return ['| key | may be | what it does | example |', '|---|---|---|---|', ...rows].join('\n');
}

/** @param {Tables} tables */
function partTable(tables) {
  const options = new Set(tables.options.map(({ name }) => name));
  const rows = allParts(tables).filter(({ name }) => !options.has(name)).map(({ name, what }) => `| \`${name}\` | ${what} |`);
  return ['| part | what it is |', '|---|---|', ...rows].join('\n');
}

/** @type {Record<string, (tables: Tables) => string>} */
const TABLES = { keys: keyTable, parts: partTable, settings: ({ options }) => optionMarkdown(options) };

/** The document, and as it should be. @param {Tables} tables */
export function linksDocument(tables) {
  const text = readFileSync(document, 'utf8');
  let right = text;
  for (const [name, table] of Object.entries(TABLES)) {
    const marks = new RegExp(`(<!-- ${name}: node web/links/write-links\\.js -->\\n)[^]*?(<!-- end of ${name} -->)`);
    if (!marks.test(right)) throw new Error(`[web/LINKS.md] the marks of the table of ${name} are missing`);
    right = right.replace(marks, (_, start, end) => `${start}${table(tables)}\n${end}`);
  }
  return { text, right };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(document, linksDocument(/** @type {Tables} */ ((await load()).tables())).right);
