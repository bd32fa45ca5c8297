// SPDX-License-Identifier: MIT
// The language of templates, for those of mail and of webhooks (template.hpp tells it).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "notify/template.hpp"

namespace pos::notify {

// What is escaped in facts. The words of a template stand as they are.
enum class Escape {
  none,
  html,      // & < > " '
  json,      // for within the quotes of a string (RFC 8259)
  percent,   // for a part of a URL: all but letters, digits and -._~ (RFC 3986)
  markdown,  // a backslash before what Markdown takes for its own
};

// LF line ends, no byte order mark. Errors: pos::Error(Fault::config) for what is no text, by file and line.
[[nodiscard]] std::string checked_template(std::string_view text, std::string_view file);

// A part of a file, which begins in `line`. `secrets`: {{secret NAME}} may stand in it.
// Errors: pos::Error(Fault::config), `file:line: what`.
enum class Secrets { refused, allowed };
[[nodiscard]] TemplateNodes parse_template(std::string_view text, std::string_view file, std::int64_t line,
                                           Secrets secrets = Secrets::refused);

// What a template gives, and the lines it is from.
struct Filled {
  std::string text;
  std::vector<std::pair<std::size_t, std::int64_t>> lines;  // of words: where they begin in `text`, and their line

  [[nodiscard]] std::int64_t line_of(std::size_t at) const;
};
[[nodiscard]] Filled fill_template(const TemplateNodes& nodes, const Fields& fields, Escape escape);

// A secret that is filled in at delivery stands as its name between two of these: no fact and no word has any.
inline constexpr char secret_mark = '\x1f';

}  // namespace pos::notify
