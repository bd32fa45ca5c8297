// SPDX-License-Identifier: MIT
// A JSON object, member by member.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace pos::notify {

class JsonObject {
 public:
  // Control characters and what is no UTF-8 become visible, card numbers are masked, long text is cut.
  JsonObject& text(std::string_view name, std::string_view value) {
    append_json_string(member(name), printable(value, max_text_bytes));
    return *this;
  }
  // Text of ours, which may have more than one line.
  JsonObject& words(std::string_view name, std::string_view value) {
    append_json_string(member(name), value);
    return *this;
  }
  JsonObject& integer(std::string_view name, std::int64_t value) { return json(name, std::to_string(value)); }
  JsonObject& decimal(std::string_view name, std::optional<double> value, int decimals) {
    if (!value) return json(name, "null");
    append_decimal(member(name), *value, decimals);
    return *this;
  }
  JsonObject& json(std::string_view name, std::string_view value) {
    member(name) += value;
    return *this;
  }
  [[nodiscard]] std::string str() const { return out_.empty() ? "{}" : out_ + "}"; }

 private:
  static constexpr std::size_t max_text_bytes = 1000;

  std::string& member(std::string_view name) {
    ((out_ += out_.empty() ? "{\"" : ",\"") += name) += "\":";
    return out_;
  }

  std::string out_;
};

// `[a,b]` of what `render` makes of each.
template <typename List, typename Render>
[[nodiscard]] std::string json_array(const List& list, Render render) {
  std::string out = "[";
  for (const auto& element : list) {
    if (out.size() > 1) out += ',';
    out += render(element);
  }
  return out + "]";
}

}  // namespace pos::notify
