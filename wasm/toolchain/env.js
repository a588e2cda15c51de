// Prints shell lines that put Emscripten on the PATH of a terminal: eval "$(node wasm/toolchain/env.js)"
import { emscriptenSettings } from './emscripten.js';
import { provideHeaders } from './headers.js';
import { quote } from './runnable.js';
import { runScript } from './shell.js';

// Standard output is for the shell; what the set-up tells goes to the person.
console.log = console.error;

await runScript(async () => {
  const emscripten = await emscriptenSettings();
  const headers = await provideHeaders();
  const settings = { ...emscripten, XSIMD_INCLUDE: headers, DOCTEST_INCLUDE: headers };
  for (const [name, value] of Object.entries(settings)) {
    process.stdout.write(value === undefined ? `unset ${name}\n` : `export ${name}=${quote(value)}\n`);
  }
});
