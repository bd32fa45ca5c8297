// SPDX-License-Identifier: MIT
#include "read/json_members.hpp"

#include <simdjson.h>

#include <new>
#include <optional>

#include "base/text.hpp"
#include "read/json_library.hpp"

namespace pos::read {
namespace {

std::optional<std::string> plain_value(const simdjson::dom::element& value) {
  if (value.is_string()) return std::string(value.get_string().value_unsafe());
  if (value.is_bool()) return value.get_bool().value_unsafe() ? "true" : "false";
  if (value.is_int64()) return std::to_string(value.get_int64().value_unsafe());
  return std::nullopt;
}

}  // namespace

JsonMembers json_members(std::string_view text) {
  load_json_library();
  JsonMembers members;
  simdjson::dom::parser parser;
  simdjson::dom::element document;
  const auto error = parser.parse(text.data(), text.size()).get(document);
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();  // no fault of the text
  if (error != simdjson::SUCCESS) {
    members.problem = "not JSON: " + json_error_message(error);
    return members;
  }
  simdjson::dom::object object;
  if (document.get_object().get(object) != simdjson::SUCCESS) {
    members.problem = "not a JSON object";
    return members;
  }
  for (const simdjson::dom::key_value_pair member : object) {
    if (member.value.is_null()) continue;
    const std::string name(member.key);
    const auto value = plain_value(member.value);
    if (!value) {
      members.problem = printable(name) + " is not a text, a whole number, true or false";
    } else if (!members.values.emplace(name, *value).second) {
      members.problem = printable(name) + " comes twice";
    }
    if (!members.problem.empty()) return members;
  }
  return members;
}

}  // namespace pos::read
