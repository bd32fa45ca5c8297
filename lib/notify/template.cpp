// SPDX-License-Identifier: MIT
#include "notify/template.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "notify/template_nodes.hpp"

namespace pos::notify {
namespace {

constexpr std::size_t max_subject_bytes = 250;
constexpr std::string_view html_mark = "---html---";

}  // namespace

Template::Template(std::string_view text, std::string_view file) {
  const std::string lines = checked_template(text, file);
  std::string_view rest = lines;
  constexpr std::string_view key = "Subject:";
  if (!rest.starts_with(key)) throw Error(Fault::config, printable(file) + ":1: the first line is not `Subject: ...`");
  const auto take = [&](std::size_t bytes) {
    const auto part = rest.substr(0, bytes);
    rest.remove_prefix(bytes);
    return part;
  };
  const std::string_view first = take(rest.find('\n') + 1);
  std::int64_t line = 2;
  if (rest.starts_with('\n')) {
    take(1);
    ++line;
  }

  // The mark as a line of its own.
  const std::string mark = fmt::format("\n{}\n", html_mark);
  const auto mark_at = rest.starts_with(mark.substr(1)) ? 0 : rest.find(mark) + 1;
  const bool has_html = mark_at > 0 || rest.starts_with(mark.substr(1));
  const std::string_view body = take(has_html ? mark_at : rest.size());

  subject_ = parse_template(trim(first.substr(key.size(), first.size() - key.size() - 1)), file, 1);
  text_ = parse_template(body, file, line);
  if (has_html) {
    take(mark.size() - 1);
    html_ = parse_template(rest, file, line + std::count(body.begin(), body.end(), '\n') + 1);
  }
}

std::string Template::subject(const Fields& fields) const {
  std::string line = fill_template(subject_, fields, Escape::none).text;
  // Sections that were left out leave double blanks behind.
  line.erase(std::unique(line.begin(), line.end(), [](char a, char b) { return a == ' ' && b == ' '; }), line.end());
  // Of what is cut, the last character may be of four bytes, and `...` follows.
  std::string shown = printable(trim(line), max_subject_bytes);
  return shown.size() <= max_subject_bytes ? shown : printable(trim(line), max_subject_bytes - 6);
}

std::string Template::text(const Fields& fields) const { return fill_template(text_, fields, Escape::none).text; }
std::string Template::html(const Fields& fields) const { return fill_template(html_, fields, Escape::html).text; }

}  // namespace pos::notify
