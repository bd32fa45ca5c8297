// SPDX-License-Identifier: MIT
// The words around the facts of a message: a text with {{fields}}, built in or the user's own.
//
//   Subject: [pos] {{severity}} {{status}} since {{since}}
//
//   Text for mail without HTML, lines as they shall stand.
//   {{#statuses}}
//   {{status}}: {{count}} seen, {{expected}} expected
//   {{/statuses}}
//   ---html---
//   <p>{{status}} ...
//
// {{name}}              the field, escaped for where it stands
// {{#name}} {{/name}}   what stands between, if the field is not empty; for a list, once per element
// {{^name}} {{/name}}   what stands between, if it is empty
// {{! words}}           nothing
// {{#cut 100}} {{/cut}} what stands between, at most 100 bytes of it, with ... for the rest
// {{#html}} {{/html}}, {{#markdown}} {{/markdown}}
//                       what stands between, its facts escaped for that too
//
// A tag other than a field that has a line for itself takes the whole line. The HTML part may be left
// out. Fields: pos-formats(5), and field_names().
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"

namespace pos::notify {

// What a template is filled with. Text is plain: no control characters (notice_fields sees to that).
struct Fields {
  std::map<std::string, std::string, std::less<>> texts;
  std::map<std::string, std::vector<Fields>, std::less<>> lists;
};

// What may stand in {{ }}; those of lists are fields within their {{#list}} only.
[[nodiscard]] const std::vector<std::string_view>& field_names();

// A template as parsed.
struct TemplateNode {
  enum class Kind { words, field, section, inverted, cut, escaped, secret };

  Kind kind = Kind::words;
  std::string text;                 // words, or the name
  std::int64_t line = 0;            // where it begins
  std::size_t limit = 0;            // cut: bytes
  std::vector<TemplateNode> inner;  // of a section
};
using TemplateNodes = std::vector<TemplateNode>;

class Template {
 public:
  // Errors: pos::Error(Fault::config), `file:line: what`, for an unknown field, braces or a section not
  // closed, no subject in the first line, text that is not UTF-8.
  Template(std::string_view text, std::string_view file);

  [[nodiscard]] static const Template& built_in(Language language = Language::en);

  // One line, 250 bytes at most.
  [[nodiscard]] std::string subject(const Fields& fields) const;
  // Lines end in LF.
  [[nodiscard]] std::string text(const Fields& fields) const;
  [[nodiscard]] std::string html(const Fields& fields) const;  // values are HTML-escaped
  [[nodiscard]] bool has_html() const { return !html_.empty(); }

 private:
  TemplateNodes subject_, text_, html_;
};

}  // namespace pos::notify
