// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "notify/template_nodes.hpp"
#include "notify/webhook_secret.hpp"

namespace pos::notify {
namespace {

using Node = TemplateNode;

constexpr std::size_t max_depth = 16;
constexpr std::size_t least_cut = 10;
constexpr std::size_t most_cut = 1'000'000;

// What is no fact: a section that changes how the facts in it are shown.
bool is_way(std::string_view name) { return name == "cut" || name == "markdown" || name == "html"; }

class Parser {
 public:
  Parser(std::string_view text, std::string_view file, std::int64_t line, Secrets secrets)
      : text_(text), file_(file), line_(line), secrets_(secrets) {}

  TemplateNodes parse() { return parse_until({}, line_); }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(Fault::config, fmt::format("{}:{}: {}", printable(file_), line_, what));
  }

  // Up to {{/section}}, which was opened in line `begun`; empty: to the end.
  TemplateNodes parse_until(std::string_view section, std::int64_t begun) {
    TemplateNodes nodes;
    while (true) {
      const auto open = text_.find("{{", at_);
      add_words(nodes, text_.substr(at_, open - at_));
      if (open == std::string_view::npos) break;
      at_ = open;
      const std::string_view tag = take_tag();
      const char sign = tag.empty() ? '\0' : tag.front();
      if (std::string_view("#^/!").find(sign) == std::string_view::npos) {
        nodes.push_back(fact(tag));
        continue;
      }
      const std::int64_t line = line_;
      const std::string_view name = sign == '!' ? std::string_view() : trim(tag.substr(1));
      if (sign == '/' && name == section && !section.empty()) {
        take_line(nodes, open);
        return nodes;
      }
      if (sign == '/') fail(fmt::format("{{{{/{}}}}} closes nothing", is_way(name) ? name : known(name)));
      Node node = sign == '!' ? Node() : opened(sign, name);
      take_line(nodes, open);
      if (sign == '!') continue;
      nodes.push_back(with_inner(std::move(node), name.substr(0, name.find(' ')), line));
    }
    if (!section.empty()) {
      line_ = begun;
      fail(fmt::format("{{{{#{0}}}}} has no {{{{/{0}}}}}", section));
    }
    at_ = text_.size();
    return nodes;
  }

  Node with_inner(Node node, std::string_view name, std::int64_t line) {
    if (++depth_ > max_depth) fail("sections within sections too deep");
    node.inner = parse_until(name, line);
    --depth_;
    return node;
  }

  Node fact(std::string_view tag) const {
    constexpr std::string_view secret = "secret ";
    if (secrets_ == Secrets::allowed && tag.starts_with(secret)) {
      const std::string_view name = trim(tag.substr(secret.size()));
      if (!is_secret_name(name)) fail("the name of a secret has letters, digits, _ and -: {{secret NAME}}");
      return make(Node::Kind::secret, name);
    }
    return make(Node::Kind::field, known(tag));
  }

  // What the tag of a section says, without what stands in it.
  Node opened(char sign, std::string_view name) const {
    const std::string_view word = name.substr(0, name.find(' '));
    if (sign == '#' && is_way(name) && name != "cut") return make(Node::Kind::escaped, name);
    if (sign == '#' && word == "cut") {
      Node node = make(Node::Kind::cut, "cut");
      node.limit = parse_number<std::size_t>(trim(name.substr(3))).value_or(0);
      if (node.limit < least_cut || node.limit > most_cut) fail("{{#cut BYTES}} takes a number from 10 on");
      return node;
    }
    return make(sign == '^' ? Node::Kind::inverted : Node::Kind::section, known(name));
  }

  Node make(Node::Kind kind, std::string_view text) const {
    Node node;
    node.kind = kind;
    node.text = text;
    node.line = line_;
    return node;
  }

  void add_words(TemplateNodes& nodes, std::string_view words) {
    if (words.empty()) return;
    nodes.push_back(make(Node::Kind::words, words));
    line_ += std::count(words.begin(), words.end(), '\n');
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

  std::string_view known(std::string_view name) const {
    const auto& names = field_names();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      fail("there is no field '" + printable(name) + "'");
    }
    return name;
  }

  // A tag with a line for itself, from `open` to at_, takes the blanks before it and the line end.
  void take_line(TemplateNodes& nodes, std::size_t open) {
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
  Secrets secrets_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

TemplateNodes parse_template(std::string_view text, std::string_view file, std::int64_t line, Secrets secrets) {
  return Parser(text, file, line, secrets).parse();
}

// Anything else that is no text is refused.
std::string checked_template(std::string_view text, std::string_view file) {
  text = without_byte_order_mark(text);
  std::string out;
  for (std::int64_t number = 1; !text.empty(); ++number) {
    std::string line(take_until(text, '\n'));
    if (line.ends_with('\r')) line.pop_back();
    std::replace(line.begin(), line.end(), '\t', ' ');
    if (!is_plain_text(line)) {
      throw Error(Fault::config, fmt::format("{}:{}: not UTF-8, or a control character", printable(file), number));
    }
    (out += line) += '\n';
  }
  return out;
}

}  // namespace pos::notify
