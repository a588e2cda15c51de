// The JavaScript of lite.hpp.
#include "lite.hpp"

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

// clang-format off
// Places 0 to 3 are undefined, null, true and false; what a call needs lies behind them.
EM_JS_DEPS(lite, "$stackSave,$stackRestore");
EM_JS(void, jsBegin, (), {
  const places = [undefined, null, true, false];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const lite = Module.lite = { places, kinds: [], literals: new Map() };
  lite.text = (at, size) => decoder.decode(HEAPU8.subarray(at, at + size));
  lite.add = (value) => places.push(value) - 1;
  lite.put = (value) => value === undefined ? 0 : value === null ? 1 : value === true ? 2 : value === false ? 3 : places.push(value) - 1;
  lite.invoke = (call, fn, object, a, b, c) => {
    places.length = 4;
    const stack = stackSave();
    let value;
    try {
      value = places[_liteCall(call, fn, object, lite.put(a), lite.put(b), lite.put(c))];
    } catch (error) {
      stackRestore(stack); /* a failed check leaves C++ without giving its stack back */
      throw error;
    }
    if (value instanceof Error) throw value;
    return value;
  };
});
EM_JS(int, jsNumber, (double number), { return Module.lite.add(number); });
EM_JS(int, jsText, (const char* text, size_t size), { return Module.lite.add(Module.lite.text(text, size)); });
EM_JS(int, jsList, (), { return Module.lite.add([]); });
EM_JS(int, jsObject, (), { return Module.lite.add({}); });
EM_JS(int, jsError, (const char* text, size_t size), { return Module.lite.add(new Error(Module.lite.text(text, size))); });
EM_JS(int, jsCopyDoubles, (const double* numbers, size_t count), { return Module.lite.add(HEAPF64.slice(numbers / 8, numbers / 8 + count)); });
EM_JS(int, jsCopyFloats, (const float* numbers, size_t count), { return Module.lite.add(HEAPF32.slice(numbers / 4, numbers / 4 + count)); });
EM_JS(int, jsCopyInts, (const std::uint32_t* numbers, size_t count), { return Module.lite.add(HEAP32.slice(numbers / 4, numbers / 4 + count)); });
EM_JS(void, jsPush, (int list, int value), { Module.lite.places[list].push(Module.lite.places[value]); });
EM_JS(void, jsSet, (int object, const char* key, size_t size, int value), { Module.lite.places[object][Module.lite.text(key, size)] = Module.lite.places[value]; });
EM_JS(void, jsSetLiteral, (int object, const char* key, int value), {
  const { literals, places } = Module.lite;
  let name = literals.get(key);
  if (name === undefined) literals.set(key, name = Module.lite.text(key, HEAPU8.indexOf(0, key) - key));
  places[object][name] = places[value];
});
EM_JS(int, jsAt, (int list, double index), { return Module.lite.put(Module.lite.places[list][index]); });
EM_JS(int, jsGet, (int object, int key), { return Module.lite.put(Module.lite.places[object][Module.lite.places[key]]); });
EM_JS(int, jsKeys, (int object), { return Module.lite.add(Object.keys(Module.lite.places[object])); });
EM_JS(int, jsTypeOf, (int value), { return Module.lite.add(typeof Module.lite.places[value]); });
EM_JS(int, jsKindOf, (int place), {
  if (place < 4) return place;
  const value = Module.lite.places[place];
  const type = typeof value;
  if (type == 'number') return 4;
  if (type == 'string') return 5;
  if (type != 'object') return 9;
  return Array.isArray(value) ? 6 : ArrayBuffer.isView(value) && typeof value.length == 'number' ? 7 : 8;
});
EM_JS(double, jsAsNumber, (int value), { return Module.lite.places[value]; });
EM_JS(double, jsLength, (int value), { return Module.lite.places[value].length; });
EM_JS(int, jsEncode, (int value, int most), {
  const text = Module.lite.places[value];
  Module.lite.encoded = new TextEncoder().encode(most < 0 ? text : text.slice(0, most));
  return Module.lite.encoded.length;
});
EM_JS(void, jsEncodedTo, (char* to), { HEAPU8.set(Module.lite.encoded, to); });
EM_JS(size_t, jsNumbersTo, (int list, double* to, size_t count), {
  const values = Module.lite.places[list];
  let at = 0;
  if (ArrayBuffer.isView(values) && typeof values[0] == 'number') HEAPF64.set(values, to / 8), at = count;
  for (; at < count && typeof values[at] == 'number'; at++) HEAPF64[to / 8 + at] = values[at];
  return at;
});
EM_JS(bool, jsIsBytes, (int value), { return Module.lite.places[value] instanceof Uint8Array; });
EM_JS(void, jsBytesTo, (int bytes, char* to), { HEAPU8.set(Module.lite.places[bytes], to); });
EM_JS(int, jsHandle, (int kind, void* object), {
  const handle = Object.create(Module.lite.kinds[kind].prototype);
  handle.at = object;
  return Module.lite.add(handle);
});
EM_JS(int, jsBindClass, (const char* name, size_t size, void* make, void* destroy), {
  const { kinds, text } = Module.lite;
  const label = text(name, size);
  const kind = class {
    constructor() {
      if (!make) throw new Error('[' + label + '] is made by a function of the module');
      this.at = _liteMake(make);
    }
    get object() {
      if (!this.at) throw new Error('[' + label.replace('64', "") + '] was deleted; another one would be right');
      return this.at;
    }
    isDeleted() { return !this.at; }
    delete() {
      _liteDestroy(destroy, this.object);
      this.at = 0;
    }
  };
  Module[label] = class extends kind {};
  return kinds.push(Module[label]) - 1;
});
EM_JS(void, jsBind, (int kind, int getter, const char* name, size_t size, void* call, void* fn), {
  const { invoke, kinds, text } = Module.lite;
  const key = text(name, size);
  if (kind < 0) {
    Module[key] = (a, b, c) => invoke(call, fn, 0, a, b, c);
  } else {
    const value = function (a, b, c) { return invoke(call, fn, this.object, a, b, c); };
    Object.defineProperty(kinds[kind].prototype, key, getter ? { get: value, configurable: true } : { value, writable: true, configurable: true });
  }
});
// clang-format on

namespace backprop::lite {

extern "C" {
EMSCRIPTEN_KEEPALIVE int liteCall(Invoke invoke, void* function, void* object, int a, int b, int c) {
  return invoke(function, object, a, b, c);
}
EMSCRIPTEN_KEEPALIVE void* liteMake(void* (*make)()) { return make(); }
EMSCRIPTEN_KEEPALIVE void liteDestroy(void (*destroy)(void*), void* object) { destroy(object); }
}

std::string textOf(int value, int most) {
  std::string text(static_cast<std::size_t>(jsEncode(value, most)), '\0');
  jsEncodedTo(text.data());
  return text;
}

namespace {

void begin() {
  static const bool begun = (jsBegin(), true);
  (void)begun;
}

void bind(int kind, bool getter, std::string_view signature, Invoke invoke, void* function) {
  begin();
  const std::string_view name = signature.substr(0, signature.find('('));
  jsBind(kind, getter, name.data(), name.size(), reinterpret_cast<void*>(invoke), function);
}

}  // namespace

void bindFunction(const char* signature, Invoke invoke, void* function) {
  bind(-1, false, signature, invoke, function);
}

void bindMember(int kind, Member member, const char* signature, Invoke invoke, void* function) {
  bind(kind, member == Member::getter, signature, invoke, function);
}

int bindClass(const char* name, void* (*make)(), void (*destroy)(void*)) {
  begin();
  return jsBindClass(name, std::string_view(name).size(), reinterpret_cast<void*>(make),
                     reinterpret_cast<void*>(destroy));
}

}  // namespace backprop::lite
