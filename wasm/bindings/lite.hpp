// The part of Emscripten's `val`, `class_` and `function` that the bindings need, in a tenth of the bytes.
//
// A `val` is a place in a list that JavaScript keeps during one call and empties before the next: it owns nothing, and
// is copied like a number. Functions take and give `val`s alone. That the names are Emscripten's lets it write the
// types of the very same bindings: see wasm/CMakeLists.txt.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace backprop::lite {

/// What a value is; the first four are their own places in the list.
enum class Kind : int { undefined, null, yes, no, number, text, list, numbers, object, other };

// Imports, said to be so at each use, so that a build that optimizes over all files knows.
#define BACKPROP_IMPORT(name) __attribute__((import_module("env"), import_name(#name)))

extern "C" {
// Defined in lite.cpp. Texts are UTF-8.
BACKPROP_IMPORT(jsNumber) int jsNumber(double number);
BACKPROP_IMPORT(jsText) int jsText(const char* text, std::size_t size);
BACKPROP_IMPORT(jsList) int jsList();
BACKPROP_IMPORT(jsObject) int jsObject();
BACKPROP_IMPORT(jsError) int jsError(const char* message, std::size_t size);
BACKPROP_IMPORT(jsCopyDoubles) int jsCopyDoubles(const double* numbers, std::size_t count);
BACKPROP_IMPORT(jsCopyFloats) int jsCopyFloats(const float* numbers, std::size_t count);
BACKPROP_IMPORT(jsCopyInts) int jsCopyInts(const std::uint32_t* numbers, std::size_t count);
BACKPROP_IMPORT(jsPush) void jsPush(int list, int value);
BACKPROP_IMPORT(jsSet) void jsSet(int object, const char* key, std::size_t size, int value);
BACKPROP_IMPORT(jsSetLiteral) void jsSetLiteral(int object, const char* key, int value);
BACKPROP_IMPORT(jsAt) int jsAt(int list, double index);
BACKPROP_IMPORT(jsGet) int jsGet(int object, int key);
BACKPROP_IMPORT(jsKeys) int jsKeys(int object);
BACKPROP_IMPORT(jsKindOf) int jsKindOf(int value);
BACKPROP_IMPORT(jsAsNumber) double jsAsNumber(int value);
BACKPROP_IMPORT(jsLength) double jsLength(int value);
/// Copies the numbers of a list until one is none; how many.
BACKPROP_IMPORT(jsNumbersTo) std::size_t jsNumbersTo(int list, double* to, std::size_t count);
BACKPROP_IMPORT(jsIsBytes) bool jsIsBytes(int value);
BACKPROP_IMPORT(jsBytesTo) void jsBytesTo(int bytes, char* to);
BACKPROP_IMPORT(jsTypeOf) int jsTypeOf(int value);
BACKPROP_IMPORT(jsHandle) int jsHandle(int kind, void* object);
}

/// A text of at most `most` characters, or all where that is negative.
std::string textOf(int value, int most);

class val {
 public:
  val() = default;
  template <class Number>
  requires std::is_arithmetic_v<Number>
  explicit val(Number number) : place_(jsNumber(static_cast<double>(number))) {}
  explicit val(bool flag) : place_(static_cast<int>(flag ? Kind::yes : Kind::no)) {}
  explicit val(std::string_view text) : place_(jsText(text.data(), text.size())) {}
  explicit val(const std::string& text) : val(std::string_view(text)) {}
  explicit val(const char* text) : val(std::string_view(text)) {}

  static val at(int place) {
    val value;
    value.place_ = place;
    return value;
  }
  static val undefined() { return {}; }
  static val null() { return at(static_cast<int>(Kind::null)); }
  static val array() { return at(jsList()); }
  static val object() { return at(jsObject()); }

  int place() const { return place_; }
  Kind kind() const { return static_cast<Kind>(jsKindOf(place_)); }
  bool isUndefined() const { return place_ == static_cast<int>(Kind::undefined); }
  bool isNull() const { return place_ == static_cast<int>(Kind::null); }
  bool isTrue() const { return place_ == static_cast<int>(Kind::yes); }
  bool isFalse() const { return place_ == static_cast<int>(Kind::no); }
  bool isNumber() const { return kind() == Kind::number; }
  bool isString() const { return kind() == Kind::text; }

  template <class T> T as() const {
    if constexpr (std::is_same_v<T, std::string>) {
      return textOf(place_, -1);
    } else {
      return static_cast<T>(jsAsNumber(place_));
    }
  }

  val operator[](double index) const { return at(jsAt(place_, index)); }
  val operator[](int index) const { return at(jsAt(place_, index)); }
  val operator[](const char* key) const { return (*this)[val(key)]; }
  val operator[](const val& key) const { return at(jsGet(place_, key.place_)); }

  /// A key is a literal: its text is read once.
  void set(const char* key, const val& value) { jsSetLiteral(place_, key, value.place_); }
  void set(const std::string& key, const val& value) { jsSet(place_, key.data(), key.size(), value.place_); }
  template <class Key, class T>
  requires(!std::derived_from<T, val>) void set(const Key& key, const T& value) { set(key, val(value)); }

 private:
  int place_ = 0;
};

/// Calls `function` with an object, or nothing, and three values, and gives the place of its result.
using Invoke = int (*)(void* function, void* object, int a, int b, int c);

template <class T> struct Argument {
  static T from(int place) { return T(val::at(place)); }
};
template <class T> struct Argument<std::optional<T>> {
  static std::optional<T> from(int place) { return place == 0 ? std::nullopt : std::optional<T>(val::at(place)); }
};

template <class F> int placeOf(F call) {
  if constexpr (std::is_void_v<decltype(call())>) {
    call();
    return 0;
  } else if constexpr (std::is_base_of_v<val, decltype(call())>) {
    return call().place();
  } else {
    return val(call()).place();
  }
}

/// `call` with the values, each as the type that it takes.
template <class... A, class F> int invokeWith(F call, int a, int b, int c) {
  static_assert(sizeof...(A) <= 3);
  const int places[] = {a, b, c};
  return [&]<std::size_t... i>(std::index_sequence<i...>) {
    return placeOf([&] { return call(Argument<std::remove_cvref_t<A>>::from(places[i])...); });
  }
  (std::index_sequence_for<A...>{});
}

template <class R, class... A> int invokeFunction(void* function, void*, int a, int b, int c) {
  return invokeWith<A...>(reinterpret_cast<R (*)(A...)>(function), a, b, c);
}

template <class Self, class R, class... A> int invokeMethod(void* function, void* object, int a, int b, int c) {
  const auto call = [&](const auto&... values) {
    auto& self = *static_cast<std::remove_reference_t<Self>*>(object);
    return reinterpret_cast<R (*)(Self, A...)>(function)(self, values...);
  };
  return invokeWith<A...>(call, a, b, c);
}

/// `function` is where the pointer to the member lies.
template <class Object, class Method, class... A> int invokeMember(void* function, void* object, int a, int b, int c) {
  const auto call = [&](const auto&... values) {
    return (static_cast<Object*>(object)->**static_cast<Method*>(function))(values...);
  };
  return invokeWith<A...>(call, a, b, c);
}

enum class Member : int { method, getter };

/// Tells JavaScript of a function.
void bindFunction(const char* signature, Invoke invoke, void* function);
/// Tells it of a class, whose number it gives; without `make` there is no way to make one there.
int bindClass(const char* name, void* (*make)(), void (*destroy)(void*));
void bindMember(int kind, Member member, const char* signature, Invoke invoke, void* function);

/// The number of a class.
template <class Object> inline int kindOf = -1;

/// The object that JavaScript has of an object of ours, and deletes.
template <class Object> val handleOf(std::unique_ptr<Object> object) {
  return val::at(jsHandle(kindOf<Object>, object.release()));
}

template <class Object> struct class_ {
  explicit class_(const char* name) : name_(name) {}
  template <class Make> class_& smart_ptr_constructor(const char*, Make) {
    return bound([] { return static_cast<void*>(new Object); });
  }
  template <class Pointer> class_& smart_ptr(const char*) { return bound(nullptr); }

  template <class R, class Self, class... A> class_& function(const char* signature, R (*function)(Self, A...)) {
    return member(Member::method, signature, &invokeMethod<Self, R, A...>, reinterpret_cast<void*>(function));
  }
  template <class R, class... A> class_& function(const char* signature, R (Object::*method)(A...)) {
    using Method = decltype(method);
    return member(Member::method, signature, &invokeMember<Object, Method, A...>, new Method(method));
  }
  template <class R, class... A> class_& function(const char* signature, R (Object::*method)(A...) const) {
    using Method = decltype(method);
    return member(Member::method, signature, &invokeMember<Object, Method, A...>, new Method(method));
  }
  template <class R, class Self> class_& property(const char* name, R (*get)(Self)) {
    return member(Member::getter, name, &invokeMethod<Self, R>, reinterpret_cast<void*>(get));
  }

 private:
  class_& bound(void* (*make)()) {
    kindOf<Object> = bindClass(name_, make, [](void* object) { delete static_cast<Object*>(object); });
    return *this;
  }
  class_& member(Member member, const char* signature, Invoke invoke, void* function) {
    bindMember(kindOf<Object>, member, signature, invoke, function);
    return *this;
  }

  const char* name_;
};

template <class R, class... A> void function(const char* signature, R (*function)(A...)) {
  bindFunction(signature, &invokeFunction<R, A...>, reinterpret_cast<void*>(function));
}

/// Types are for those who write TypeScript.
inline constexpr bool writesTypes = false;
template <class T> void register_type(const char*) {}
template <class T> void register_optional() {}

}  // namespace backprop::lite

namespace emscripten = backprop::lite;

#define EMSCRIPTEN_DECLARE_VAL_TYPE(name)                             \
  struct name : public ::backprop::lite::val {                        \
    explicit name(const ::backprop::lite::val& other) : val(other) {} \
  };

#define EMSCRIPTEN_BINDINGS(name)                                       \
  static struct Bindings_##name { Bindings_##name(); } bindings_##name; \
  Bindings_##name::Bindings_##name()
