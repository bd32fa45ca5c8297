// SPDX-License-Identifier: MIT
#include "base/reworded.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/reason.hpp"
#include "base/text.hpp"

namespace pos {
namespace {

constexpr std::string_view gap = "{}";

// A text with places, of which the first that fits counts.
using Forms = std::span<const std::string_view>;

constexpr std::array reason_forms = {
    marked("above: {} in {} min, {} expected, not over yet"),
    marked("below: {} in {} min, {} expected, not over yet"),
    marked("above: {} in {} min, {} expected, by chance {}"),
    marked("below: {} in {} min, {} expected, by chance {}"),
    marked("above: {} in {} min, {} expected, {}"),
    marked("below: {} in {} min, {} expected, {}"),
    marked("above: {} in {} min"),
    marked("below: {} in {} min"),
    marked("no data since {}, {} expected in {} min"),
    marked("no data since {}"),
    marked("did not open: nothing since {} yesterday, {} expected since {}"),
    marked("did not open: nothing since {} {} days ago, {} expected since {}"),
    marked("did not open: nothing since {}, {} expected since {}"),
    marked("taken as normal from now on: {}"),
    marked("{} % of what {} taught"),
    marked("{} times what {} taught"),
    marked("forest: score {} above {}"),
    marked("rule: {}"),
};
// What stands at a place of those.
constexpr std::array detail_forms = {
    marked("about {} times a day"),     marked("about once a day"),
    marked("about once in {} days"),    marked("about once in {} months"),
    marked("about once in {} years"),   marked("less than once in 100 years"),
    marked("{} % of what {} taught"),   marked("{} times what {} taught"),
    marked("the week"),                 marked("the time before"),
};
constexpr std::array place_forms = {
    marked("{} and {}: {} of {} {}, {} expected"),
    marked("{} and {}: {} {}, {} expected"),
    marked("{}: {} of {} {}, {} expected"),
    marked("{}: {} {}, {} expected"),
};

// What stands in `text` at the places of `form`; nothing: it is no such text.
std::optional<std::vector<std::string_view>> parts_of(std::string_view form, std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t at = form.find(gap);
  if (!text.starts_with(form.substr(0, at))) return std::nullopt;
  text.remove_prefix(std::min(at, form.size()));
  while (at != std::string_view::npos) {
    form.remove_prefix(at + gap.size());
    at = form.find(gap);
    const std::string_view words = form.substr(0, at);
    const std::size_t end = words.empty() ? text.size() : text.find(words);
    if (end == std::string_view::npos || (at == std::string_view::npos && end + words.size() < text.size()))
      return std::nullopt;
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + words.size());
  }
  return text.empty() ? std::optional(parts) : std::nullopt;
}

std::string said_again(Language language, std::string_view text, Forms forms);

std::string part_words(Language language, std::string_view part) {
  if (parse_number<double>(part)) return in_language(language, std::string(part));
  return said_again(language, part, detail_forms);
}

// The places of `form` may stand in another order, with numbers.
std::string filled(std::string_view form, const std::vector<std::string>& parts) {
  std::string out;
  std::size_t next = 0;
  for (std::size_t open = form.find('{'); open != std::string_view::npos; open = form.find('{')) {
    const std::size_t close = form.find('}', open);
    const auto number = parse_number<std::uint32_t>(form.substr(open + 1, close - open - 1));
    const std::size_t part = number ? *number : next++;
    out += form.substr(0, open);
    if (part < parts.size()) out += parts[part];
    form.remove_prefix(close + 1);
  }
  return out.append(form);
}

std::string said_again(Language language, std::string_view text, Forms forms) {
  for (const std::string_view form : forms) {
    const auto parts = parts_of(form, text);
    if (!parts) continue;
    std::vector<std::string> words;
    for (const std::string_view part : *parts) words.push_back(part_words(language, part));
    return filled(tr(language, form), words);
  }
  return std::string(text);
}

std::string all_said_again(Language language, std::string_view text, Forms forms) {
  constexpr std::string_view between = "; ";
  if (language == Language::en) return std::string(text);
  std::string out;
  while (true) {
    const std::size_t end = text.find(between);
    out += said_again(language, text.substr(0, end), forms);
    if (end == std::string_view::npos) return out;
    out += between;
    text.remove_prefix(end + between.size());
  }
}

}  // namespace

std::string reason_words(Language language, std::string_view reason) {
  return all_said_again(language, reason, reason_forms);
}

std::string chance_words(Language language, double surprise) {
  return trf(language, "by chance {}", part_words(language, odds(surprise)));
}

std::string place_words(Language language, std::string_view where) { return all_said_again(language, where, place_forms); }

}  // namespace pos
