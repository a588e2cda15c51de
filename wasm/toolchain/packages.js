// Which of Debian's packages make a compiler for WebAssembly, and which of their files are not needed.

/** Debian 13: the first release whose Emscripten has typed bindings and whose xsimd knows WebAssembly. */
export const suite = 'trixie';

/** Raise this when unpacking changes in a way that the lists below do not show. */
const layout = 1;

const headers = ['libxsimd-dev', 'doctest-dev'];

/** LLVM, Python and Ninja come along with the libraries they load, so that nothing depends on the release of the machine. */
const compiler = [
  'emscripten', 'node-acorn', 'binaryen', 'clang-19', 'libclang-common-19-dev', 'lld-19', 'llvm-19', 'ninja-build',
  'python3.13-minimal', 'libpython3.13-minimal', 'libpython3.13-stdlib',
  'libc6', 'libgcc-s1', 'libstdc++6', 'libclang-cpp19', 'libllvm19', 'libz3-4', 'libxml2', 'libedit2', 'libbsd0', 'libmd0',
  'libtinfo6', 'libffi8', 'liblzma5', 'libzstd1', 'zlib1g', 'libexpat1',
];

/** Programs that are started through the unpacked loader, by folder. */
const programs = {
  'usr/lib/llvm-19/bin': [
    'clang', 'clang++', 'wasm-ld', 'llvm-ar', 'llvm-cxxfilt', 'llvm-dwarfdump', 'llvm-dwp', 'llvm-nm', 'llvm-objcopy',
    'llvm-ranlib', 'llvm-size', 'llvm-strip',
  ],
  'usr/bin': [
    'ninja', 'python3.13', 'wasm-as', 'wasm-ctor-eval', 'wasm-dis', 'wasm-emscripten-finalize', 'wasm-merge', 'wasm-metadce',
    'wasm-opt', 'wasm-split', 'wasm2js',
  ],
};

/** Patterns of tar: documentation, and libraries for threads, link-time optimisation, dynamic linking, old OpenGL and memory sanitizers. */
const leftOut = [
  './usr/share/doc', './usr/share/man', './usr/share/locale', './usr/share/lintian', './usr/share/emacs', './usr/share/vim',
  './usr/include/binaryen*', './usr/lib/*/gconv', './usr/lib/*/libmvec*', './usr/lib/python3.13/pydoc_data',
  './usr/lib/python3.13/lib-dynload/_test*', './usr/share/emscripten/test', './usr/share/emscripten/ChangeLog*',
  '*/wasm32-emscripten/lto*', '*/wasm32-emscripten/pic', '*/wasm32-emscripten/lib*-mt*', '*/wasm32-emscripten/lib*-ww*',
  '*/wasm32-emscripten/libGL*-emu*', '*/wasm32-emscripten/libwasmfs*', '*/wasm32-emscripten/lib*asan*',
  '*/wasm32-emscripten/liblsan*', './usr/lib/llvm-19/bin/*exegesis', './usr/lib/llvm-19/bin/*yaml*',
  './usr/lib/llvm-19/bin/llvm-tblgen', './usr/bin/wasm-fuzz*', './usr/bin/wasm-reduce', './usr/bin/wasm-shell',
];

/**
 * @typedef {object} PackageSet what to download together and how to lay it out
 * @property {string} name the folder of the set in the cache starts with it
 * @property {string} purpose for the line that tells why something is downloaded
 * @property {string[]} packages
 * @property {Record<string, string[]>} programs
 * @property {string[]} leftOut
 * @property {number} layout
 */

/** The headers alone, for native builds. @type {PackageSet} */
export const headerSet = {
  name: 'headers', purpose: 'the xsimd and doctest headers', packages: headers, programs: {}, leftOut, layout,
};

/** The headers and everything that compiles to WebAssembly. @type {PackageSet} */
export const compilerSet = {
  name: 'emscripten', purpose: 'the WebAssembly compiler', packages: [...compiler, ...headers], programs, leftOut, layout,
};
