// SPDX-License-Identifier: MIT
#include "notify/template.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <span>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"

namespace pos::notify {
namespace {

using Node = TemplateNode;
using Nodes = std::vector<Node>;

constexpr std::size_t max_subject_bytes = 250;
constexpr std::size_t max_depth = 16;
constexpr std::string_view html_mark = "---html---";

// One part of a template file, from its first line to its last.
class Parser {
 public:
  Parser(std::string_view text, std::string_view file, std::int64_t line) : text_(text), file_(file), line_(line) {}

  Nodes parse() { return parse_until({}, line_); }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(Fault::config, fmt::format("{}:{}: {}", printable(file_), line_, what));
  }

  // Up to {{/section}}, which was opened in line `begun`; empty: to the end.
  Nodes parse_until(std::string_view section, std::int64_t begun) {
    Nodes nodes;
    while (true) {
      const auto open = text_.find("{{", at_);
      add_words(nodes, text_.substr(at_, open - at_));
      if (open == std::string_view::npos) break;
      at_ = open;
      const std::string_view tag = take_tag();
      const char sign = tag.empty() ? '\0' : tag.front();
      if (std::string_view("#^/!").find(sign) == std::string_view::npos) {
        nodes.push_back({Node::Kind::field, known(tag), {}});
        continue;
      }
      const std::int64_t line = line_;
      const std::string name = sign == '!' ? "" : known(trim(tag.substr(1)));
      take_line(nodes, open);
      if (sign == '!') continue;
      if (sign != '/') {
        nodes.push_back(parse_section(sign == '#' ? Node::Kind::section : Node::Kind::inverted, name, line));
      } else if (name == section) {
        return nodes;
      } else {
        line_ = line;
        fail(fmt::format("{{{{/{}}}}} closes nothing", name));
      }
    }
    if (!section.empty()) {
      line_ = begun;
      fail(fmt::format("{{{{#{0}}}}} has no {{{{/{0}}}}}", section));
    }
    at_ = text_.size();
    return nodes;
  }

  Node parse_section(Node::Kind kind, const std::string& name, std::int64_t line) {
    if (++depth_ > max_depth) fail("sections within sections too deep");
    Node node{kind, name, parse_until(name, line)};
    --depth_;
    return node;
  }

  void add_words(Nodes& nodes, std::string_view words) {
    if (words.empty()) return;
    line_ += std::count(words.begin(), words.end(), '\n');
    nodes.push_back({Node::Kind::words, std::string(words), {}});
  }

  // What stands between the braces at at_, which moves behind them.
  std::string_view take_tag() {
    const auto end = text_.find("}}", at_);
    const auto line_end = text_.find('\n', at_);
    if (end == std::string_view::npos || end > line_end) fail("{{ is not closed on its line");
    const std::string_view tag = trim(text_.substr(at_ + 2, end - at_ - 2));
    at_ = end + 2;
    return tag;
  }

  std::string known(std::string_view name) const {
    const auto& names = field_names();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      fail("there is no field '" + printable(name) + "'");
    }
    return std::string(name);
  }

  // A tag with a line for itself, from `open` to at_, takes the blanks before it and the line end.
  void take_line(Nodes& nodes, std::size_t open) {
    const auto line = open == 0 ? 0 : text_.rfind('\n', open - 1) + 1;  // npos + 1 is 0
    const auto end = text_.find('\n', at_);
    if (end == std::string_view::npos) return;
    if (!trim(text_.substr(line, open - line)).empty() || !trim(text_.substr(at_, end - at_)).empty()) return;
    if (open > line) nodes.back().text.resize(nodes.back().text.size() - (open - line));
    at_ = end + 1;
    ++line_;
  }

  std::string_view text_, file_;
  std::int64_t line_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

enum class Escape { none, html };

class Filler {
 public:
  Filler(const Fields& fields, Escape escape) : within_{&fields}, escape_(escape) {}

  std::string fill(const Nodes& nodes) {
    append(nodes);
    return std::move(out_);
  }

 private:
  void append(const Nodes& nodes) {
    for (const Node& node : nodes) {
      switch (node.kind) {
        case Node::Kind::words:
          out_ += node.text;
          break;
        case Node::Kind::field:
          append_value(text_of(node.text));
          break;
        case Node::Kind::section:
          append_section(node);
          break;
        case Node::Kind::inverted:
          if (text_of(node.text).empty() && list_of(node.text).empty()) append(node.inner);
          break;
      }
    }
  }

  // A list within itself is of the element at hand: to go through it there would be a hundred messages, or a million.
  void append_section(const Node& node) {
    const std::span<const Fields> list = list_of(node.text);
    if (std::find(lists_.begin(), lists_.end(), list.data()) != lists_.end()) return append(node.inner);
    for (const Fields& element : list) {
      within_.push_back(&element);
      lists_.push_back(list.data());
      append(node.inner);
      lists_.pop_back();
      within_.pop_back();
    }
    if (!text_of(node.text).empty()) append(node.inner);
  }

  // Of the innermost element that has the field.
  std::string_view text_of(std::string_view name) const {
    for (auto fields = within_.rbegin(); fields != within_.rend(); ++fields) {
      if (const auto at = (*fields)->texts.find(name); at != (*fields)->texts.end()) return at->second;
    }
    return {};
  }

  std::span<const Fields> list_of(std::string_view name) const {
    const auto& lists = within_.front()->lists;
    const auto at = lists.find(name);
    return at == lists.end() ? std::span<const Fields>{} : at->second;
  }

  void append_value(std::string_view value) {
    if (escape_ == Escape::none) {
      out_ += value;
      return;
    }
    for (const char c : value) append_html(c);
  }

  void append_html(char c) {
    switch (c) {
      case '&':
        out_ += "&amp;";
        break;
      case '<':
        out_ += "&lt;";
        break;
      case '>':
        out_ += "&gt;";
        break;
      case '"':
        out_ += "&quot;";
        break;
      case '\'':
        out_ += "&#39;";
        break;
      default:
        out_ += c;
    }
  }

  std::vector<const Fields*> within_;
  std::vector<const Fields*> lists_;  // that those are of, by their first element
  Escape escape_;
  std::string out_;
};

// LF line ends, no byte order mark; anything else that is no text is refused.
std::string checked(std::string_view text, std::string_view file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string out;
  for (std::int64_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    std::string line(text.substr(0, end));
    if (line.ends_with('\r')) line.pop_back();
    std::replace(line.begin(), line.end(), '\t', ' ');
    if (!is_plain_text(line)) {
      throw Error(Fault::config, fmt::format("{}:{}: not UTF-8, or a control character", printable(file), number));
    }
    (out += line) += '\n';
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

}  // namespace

Template::Template(std::string_view text, std::string_view file) {
  const std::string lines = checked(text, file);
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

  subject_ = Parser(trim(first.substr(key.size(), first.size() - key.size() - 1)), file, 1).parse();
  text_ = Parser(body, file, line).parse();
  if (has_html) {
    take(mark.size() - 1);
    html_ = Parser(rest, file, line + std::count(body.begin(), body.end(), '\n') + 1).parse();
  }
}

std::string Template::subject(const Fields& fields) const {
  std::string line = Filler(fields, Escape::none).fill(subject_);
  // Sections that were left out leave double blanks behind.
  line.erase(std::unique(line.begin(), line.end(), [](char a, char b) { return a == ' ' && b == ' '; }), line.end());
  // Of what is cut, the last character may be of four bytes, and `...` follows.
  std::string shown = printable(trim(line), max_subject_bytes);
  return shown.size() <= max_subject_bytes ? shown : printable(trim(line), max_subject_bytes - 6);
}

std::string Template::text(const Fields& fields) const { return Filler(fields, Escape::none).fill(text_); }
std::string Template::html(const Fields& fields) const { return Filler(fields, Escape::html).fill(html_); }

}  // namespace pos::notify
