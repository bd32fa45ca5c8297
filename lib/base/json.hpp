// SPDX-License-Identifier: MIT
// JSON (RFC 8259), appended to a text piece by piece.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pos {

// A string with its quotes. Bytes that are no UTF-8, for which JSON has no escape, become the text `\xHH`, as
// printable() has them.
void append_json_string(std::string& out, std::string_view text);

// Nothing: null.
void append_json_number(std::string& out, std::optional<std::int64_t> value);
void append_json_decimal(std::string& out, std::optional<double> value, int decimals);

// In the fewest digits that read back as the same number; null for what JSON cannot say (infinity, NaN).
void append_json_real(std::string& out, double value);

// What stands before an element of an array or a member of an object: a comma, unless it is the first or its line is
// begun.
inline void append_json_comma(std::string& out) {
  if (out.back() != '[' && out.back() != '{' && out.back() != '\n') out += ',';
}

// `[a,b]`: append(out, element) appends one.
template <typename List, typename Append>
void append_json_array(std::string& out, const List& list, Append append) {
  out += '[';
  for (const auto& element : list) {
    append_json_comma(out);
    append(out, element);
  }
  out += ']';
}

// An object, member by member; nothing may be appended between its members but their values.
//
//     JsonObject(out).text("status", s).number("count", n).end();
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }

  // Returns the text that its value is to be appended to.
  std::string& member(std::string_view name) {
    append_json_comma(out_);
    append_json_string(out_, name);
    return out_ += ':';
  }
  JsonObject& text(std::string_view name, std::string_view value) {
    append_json_string(member(name), value);
    return *this;
  }
  // Empty: null.
  JsonObject& text_or_null(std::string_view name, std::string_view value) {
    return value.empty() ? raw(name, "null") : text(name, value);
  }
  JsonObject& number(std::string_view name, std::optional<std::int64_t> value) {
    append_json_number(member(name), value);
    return *this;
  }
  JsonObject& decimal(std::string_view name, std::optional<double> value, int decimals) {
    append_json_decimal(member(name), value, decimals);
    return *this;
  }
  JsonObject& real(std::string_view name, double value) {
    append_json_real(member(name), value);
    return *this;
  }
  // A value that is JSON already.
  JsonObject& raw(std::string_view name, std::string_view value) {
    member(name) += value;
    return *this;
  }
  // The next member begins a line.
  JsonObject& new_line() {
    append_json_comma(out_);
    out_ += '\n';
    return *this;
  }
  JsonObject& boolean(std::string_view name, bool value) { return raw(name, value ? "true" : "false"); }
  template <typename List, typename Append>
  JsonObject& array(std::string_view name, const List& list, Append append) {
    append_json_array(member(name), list, append);
    return *this;
  }
  void end() { out_ += '}'; }

 private:
  std::string& out_;
};

}  // namespace pos
