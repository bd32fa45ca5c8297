// SPDX-License-Identifier: MIT
// Most of simdjson is in its header. What that leaves to the library, as far as we come to it, is a few functions and
// a table: they are looked up in it. The functions are here under their names, for the header to call.
#include "read/json_library.hpp"

#include <simdjson.h>

#include "base/library.hpp"

namespace {

using Implementation = simdjson::internal::atomic_ptr<const simdjson::implementation>;

POS_LIBRARY_NOTE(R"([{"feature":"json","description":"Reads JSON","priority":"required","soname":[")" POS_LIBSIMDJSON
                 R"("]}])");

struct Simdjson {
  Implementation& (*get_active_implementation)();
  char* (*to_chars)(char* first, const char* last, double value);
  double (*from_chars)(const char* first);
  double (*from_chars_up_to)(const char* first, const char* end);
  const simdjson::internal::error_code_info* error_codes;

  // Their names are those of the Itanium C++ ABI.
  Simdjson() {
    const pos::Library library(POS_LIBSIMDJSON);
    library.get(get_active_implementation, "_ZN8simdjson25get_active_implementationEv");
    library.get(to_chars, "_ZN8simdjson8internal8to_charsEPcPKcd");
    library.get(from_chars, "_ZN8simdjson8internal10from_charsEPKc");
    library.get(from_chars_up_to, "_ZN8simdjson8internal10from_charsEPKcS2_");
    library.get(error_codes, "_ZN8simdjson8internal11error_codesE");
  }
};

const Simdjson& library() {
  static const Simdjson functions;
  return functions;
}

}  // namespace

namespace pos::read {

void load_json_library() { static_cast<void>(library()); }

std::string json_error_message(int code) { return library().error_codes[code].message; }

}  // namespace pos::read

namespace simdjson {

Implementation& get_active_implementation() { return library().get_active_implementation(); }

error_code minify(const char* text, std::size_t size, char* to, std::size_t& written) noexcept {
  return get_active_implementation()->minify(reinterpret_cast<const std::uint8_t*>(text), size,
                                             reinterpret_cast<std::uint8_t*>(to), written);
}

char* internal::to_chars(char* first, const char* last, double value) { return library().to_chars(first, last, value); }

// Not called, but for where the compiler does not see that.
double internal::from_chars(const char* first) noexcept { return library().from_chars(first); }
double internal::from_chars(const char* first, const char* end) noexcept {
  return library().from_chars_up_to(first, end);
}

}  // namespace simdjson
