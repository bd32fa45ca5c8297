// SPDX-License-Identifier: MIT
#include "model/where/words.hpp"

#include "base/keys.hpp"
#include "base/plain_number.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"

namespace pos::model {
namespace {

std::string whole_number(double value) {
  std::string text;
  append_decimal(text, value, 0);
  return text;
}

std::string word_value(std::string_view column, std::string_view value) {
  return key_name(column, value.empty() ? "''" : value);
}

std::string word_found(const Found& found, std::span<const std::string> columns, std::string_view status, Told told) {
  std::string text = word_value(columns[found.set.first], found.values[0]);
  if (found.set.is_pair()) text += " and " + word_value(columns[found.set.second], found.values[1]);
  text += ": " + whole_number(found.bad);
  if (told == Told::of_exposure) text += " of " + whole_number(found.exposure);
  return text + ' ' + std::string(status == every_status ? "transactions" : status) + ", " +
         plain_number(found.expected) + " expected";
}

}  // namespace

std::string word_where(std::span<const Found> found, std::span<const std::string> columns, std::string_view status,
                       Told told) {
  constexpr std::string_view cut = "...";
  std::string text;
  for (const Found& f : found) {
    std::string next = printable(word_found(f, columns, status, told), max_where_text - cut.size() - 6);
    if (!text.empty()) next.insert(0, "; ");
    if (text.size() + next.size() > max_where_text) break;
    text += next;
  }
  return text;
}

}  // namespace pos::model
