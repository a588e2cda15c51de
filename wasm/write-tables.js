// Writes the core's tables (operations, options, data sets) as tables.json beside the module: node write-tables.js <folder>.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(process.argv[2]);
const { default: createModule } = await import(pathToFileURL(join(folder, 'backprop.js')).href);
const module = await createModule();
writeFileSync(join(folder, 'tables.json'), JSON.stringify(module.tables(), null, 2) + '\n');
