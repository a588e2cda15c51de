// The JavaScript of lite.hpp.
#include "lite.hpp"

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

// clang-format off
// places 0 to 3 are undefined, null, true and false; what a call needs lies behind them.
EM_JS_DEPS(lite, "$stackSave,$stackRestore");
EM_JS(void, jsBegin, (), {
  const places = [undefined, null, true, false];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  Module.places = places;
  Module.text = (at, size) => decoder.decode(HEAPU8.subarray(at, at + size));
  Module.put = (value) => {
    const known = places.indexOf(value);
    return known >= 0 && known < 4 ? known : places.push(value) - 1;
  };
  Module.invoke = (call, fn, object, args) => {
    places.length = 4;
    const stack = stackSave();
    let value;
    try {
      value = places[_liteCall(call, fn, object, ...[0, 1, 2].map((at) => Module.put(args[at])))];
    } catch (error) {
      stackRestore(stack); /* a failed check leaves C++ without giving its stack back */
      throw error;
    }
    if (value instanceof Error) throw value;
    return value;
  };
});
EM_JS(int, jsNumber, (double number), { return Module.places.push(number) - 1; });
EM_JS(int, jsText, (const char* text, size_t size), { return Module.places.push(Module.text(text, size)) - 1; });
EM_JS(int, jsList, (), { return Module.places.push([]) - 1; });
EM_JS(int, jsObject, (), { return Module.places.push({}) - 1; });
EM_JS(int, jsError, (const char* text, size_t size), { return Module.places.push(new Error(Module.text(text, size))) - 1; });
EM_JS(int, jsCopy, (const double* numbers, size_t count), { return Module.places.push(HEAPF64.slice(numbers / 8, numbers / 8 + count)) - 1; });
EM_JS(void, jsPush, (int list, int value), { Module.places[list].push(Module.places[value]); });
EM_JS(void, jsSet, (int object, const char* key, size_t size, int value), { Module.places[object][Module.text(key, size)] = Module.places[value]; });
EM_JS(int, jsAt, (int list, double index), { return Module.put(Module.places[list][index]); });
EM_JS(int, jsGet, (int object, int key), { return Module.put(Module.places[object][Module.places[key]]); });
EM_JS(int, jsKeys, (int object), { return Module.put(Object.keys(Module.places[object])); });
EM_JS(int, jsTypeOf, (int value), { return Module.put(typeof Module.places[value]); });
EM_JS(int, jsKindOf, (int place), {
  const value = Module.places[place];
  if (place < 4) return place;
  if (Array.isArray(value)) return 6;
  if (ArrayBuffer.isView(value) && typeof value.length == 'number') return 7;
  return ({ number: 4, string: 5, object: 8 })[typeof value] ?? 9;
});
EM_JS(double, jsAsNumber, (int value), { return Module.places[value]; });
EM_JS(double, jsLength, (int value), { return Module.places[value].length; });
EM_JS(int, jsEncode, (int value, int most), {
  const text = Module.places[value];
  Module.encoded = new TextEncoder().encode(most < 0 ? text : text.slice(0, most));
  return Module.encoded.length;
});
EM_JS(void, jsEncodedTo, (char* to), { HEAPU8.set(Module.encoded, to); });
EM_JS(void, jsFill, (int numbers, double* to), { HEAPF64.set(Module.places[numbers], to / 8); });
EM_JS(int, jsHandle, (void* object), { return Module.put(Module.Graph.of(object)); });
EM_JS(void, jsBindClass, (const char* name, size_t size, void* make, void* destroy), {
  const label = Module.text(name, size);
  class Handle {
    get object() {
      if (!this.at) throw new Error('[' + label + '] was deleted; another one would be right');
      return this.at;
    }
    isDeleted() { return !this.at; }
    delete() {
      _liteDestroy(destroy, this.object);
      this.at = 0;
    }
  }
  Module[label] = class extends Handle {
    constructor() {
      super();
      this.at = _liteMake(make);
    }
    static of(at) {
      return Object.assign(Object.create(this.prototype), { at });
    }
  };
});
EM_JS(void, jsBind, (int member, const char* name, size_t size, void* call, void* fn), {
  const key = Module.text(name, size);
  if (member == 0) {
    Module[key] = (...args) => Module.invoke(call, fn, 0, args);
  } else {
    const value = function (...args) { return Module.invoke(call, fn, this.object, args); };
    Object.defineProperty(Module.Graph.prototype, key, member == 2 ? { get: value } : { value });
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

}  // namespace

void bind(Member member, const char* signature, Invoke invoke, void* function) {
  begin();
  const std::string_view name = std::string_view(signature).substr(0, std::string_view(signature).find('('));
  jsBind(static_cast<int>(member), name.data(), name.size(), reinterpret_cast<void*>(invoke), function);
}

void bindClass(const char* name, void* (*make)(), void (*destroy)(void*)) {
  begin();
  jsBindClass(name, std::string_view(name).size(), reinterpret_cast<void*>(make), reinterpret_cast<void*>(destroy));
}

}  // namespace backprop::lite
