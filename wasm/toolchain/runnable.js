// Makes a tree of unpacked packages run where it lies, whatever release of Debian the machine has.
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Adds bin/, whose programs start through the unpacked loader, and tells Emscripten to use them.
 * @param {string} tree where the packages are now
 * @param {string} folder where they will be
 * @param {Record<string, string[]>} programs
 */
export function makeRunnable(tree, folder, programs) {
  const libraries = readdirSync(join(tree, 'usr/lib')).find((name) => name.endsWith('-linux-gnu'));
  const loader = readdirSync(join(tree, `usr/lib/${libraries}`)).find((name) => /^ld-linux.*\.so/.test(name));
  mkdirSync(join(tree, 'bin'));
  symlinkSync('usr/lib', join(tree, 'lib')); // where Python looks for its modules, seen from bin/
  for (const [home, names] of Object.entries(programs)) {
    // Clang looks for its headers beside the program that the kernel started, which is the loader.
    cpSync(join(tree, `usr/lib/${libraries}/${loader}`), join(tree, home, 'loader'), { dereference: true });
    for (const name of names) {
      const words = [`${folder}/${home}/loader`, '--library-path', `${folder}/usr/lib/${libraries}:${folder}/usr/lib/llvm-19/lib`,
        '--argv0', `${folder}/bin/${name}`, `${folder}/${home}/${name}`];
      writeExecutable(join(tree, 'bin', name), `#!/bin/sh\nexec ${words.map(quote).join(' ')} "$@"\n`);
    }
  }
  const emscripten = join(tree, 'usr/share/emscripten');
  const settings = { LLVM_ROOT: `${folder}/bin`, BINARYEN_ROOT: folder };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  writeFileSync(join(emscripten, '.emscripten'), [...lines, 'FROZEN_CACHE = True', ''].join('\n'));
  for (const name of readdirSync(emscripten)) {
    const file = join(emscripten, name);
    if (!existsSync(`${file}.py`)) continue;
    const launcher = readFileSync(file, 'utf8');
    writeExecutable(file, launcher.replace('#!/bin/sh\n', `#!/bin/sh\nPYTHON=${quote(`${folder}/bin/python3.13`)}\n`));
  }
  mkdirSync(join(emscripten, 'node_modules'));
  symlinkSync('../../nodejs/acorn', join(emscripten, 'node_modules', 'acorn'));
}

/** @param {string} file @param {string} text */
function writeExecutable(file, text) {
  writeFileSync(file, text);
  chmodSync(file, 0o755);
}

/** A word of a shell script. @param {string} word */
export function quote(word) {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
