// SPDX-License-Identifier: MIT
#include <algorithm>
#include <span>

#include "base/json.hpp"
#include "base/percent.hpp"
#include "notify/template_nodes.hpp"

namespace pos::notify {
namespace {

using Node = TemplateNode;

constexpr std::string_view left_out = "...";
constexpr std::size_t nowhere = std::string_view::npos;

// Bytes of the character that begins with `first`.
std::size_t utf8_size(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::string_view html_escape(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

std::string escaped_character(std::string_view character, Escape escape) {
  const char c = character.front();
  std::string out;
  switch (escape) {
    case Escape::none:
      break;
    case Escape::html:
      if (const std::string_view entity = html_escape(c); !entity.empty()) return std::string(entity);
      break;
    case Escape::json:
      append_json_string(out, character);
      return out.substr(1, out.size() - 2);
    case Escape::percent:
      return percent_encoded(character);
    case Escape::markdown:
      if (std::string_view("\\`*_{}[]()<>#|~@:").find(c) != nowhere) return {'\\', c};
      break;
  }
  return std::string(character);
}

std::string escaped_text(std::string_view text, Escape escape) {
  if (escape == Escape::none) return std::string(text);
  std::string out;
  for (std::size_t size; !text.empty(); text.remove_prefix(size)) {
    size = std::min(utf8_size(text.front()), text.size());
    out += escaped_character(text.substr(0, size), escape);
  }
  return out;
}

// The next piece of words that must not be cut, and how many bytes its reader sees.
struct Unit {
  std::size_t size;
  std::size_t seen;
};

Unit next_unit(std::string_view words, Escape escape) {
  const std::size_t whole = std::min(utf8_size(words.front()), words.size());
  if (escape != Escape::json || words.front() != '\\' || words.size() < 2) return {whole, whole};
  if (words[1] != 'u') return {2, 1};
  const auto is_half = [&](std::size_t at) {  // of a pair: \ud83d\ude00
    return words.size() > at + 5 && words[at] == '\\' && words[at + 1] == 'u' && (words[at + 2] | 0x20) == 'd';
  };
  return is_half(0) && is_half(6) ? Unit{12, 4} : Unit{std::min<std::size_t>(6, words.size()), 3};
}

class Filler {
 public:
  Filler(const Fields& fields, Escape escape) : within_{&fields}, escape_(escape) {}

  Filled fill(const TemplateNodes& nodes) {
    append(nodes);
    return std::move(out_);
  }

 private:
  // A {{#cut}} that is open: where it would be cut so far.
  struct Cut {
    std::size_t end;   // of seen_, beyond which it is too long
    std::size_t keep;  // of the text
    std::size_t kept;  // of seen_
  };

  void append(const TemplateNodes& nodes) {
    for (const Node& node : nodes) append(node);
  }

  void append(const Node& node) {
    switch (node.kind) {
      case Node::Kind::words:
        return append_words(node);
      case Node::Kind::field:
        return append_value(text_of(node.text));
      case Node::Kind::section:
        return append_section(node);
      case Node::Kind::inverted:
        if (text_of(node.text).empty() && list_of(node.text).empty()) append(node.inner);
        return;
      case Node::Kind::cut:
        return append_cut(node);
      case Node::Kind::escaped:
        ways_.push_back(node.text == "html" ? Escape::html : Escape::markdown);
        append(node.inner);
        ways_.pop_back();
        return;
      case Node::Kind::secret:
        return put(secret_mark + node.text + secret_mark, node.text.size());
    }
  }

  void append_words(const Node& node) {
    out_.lines.emplace_back(out_.text.size(), node.line);
    std::string_view words = node.text;
    if (cuts_.empty()) return put(words, words.size());
    for (Unit unit; !words.empty(); words.remove_prefix(unit.size)) {
      unit = next_unit(words, escape_);
      put(words.substr(0, unit.size), unit.seen);
    }
  }

  void append_value(std::string_view value) {
    const bool is_wrapped = escape_ == Escape::json || escape_ == Escape::percent;  // what its reader takes off
    for (std::size_t size; !value.empty(); value.remove_prefix(size)) {
      size = std::min(utf8_size(value.front()), value.size());
      std::string character(value.substr(0, size));
      for (auto way = ways_.rbegin(); way != ways_.rend(); ++way) character = escaped_text(character, *way);
      const std::string escaped = escaped_text(character, escape_);
      put(escaped, is_wrapped ? character.size() : escaped.size());
    }
  }

  void put(std::string_view text, std::size_t seen) {
    out_.text += text;
    seen_ += seen;
    for (Cut& cut : cuts_) {
      if (seen_ + left_out.size() > cut.end) continue;
      cut.keep = out_.text.size();
      cut.kept = seen_;
    }
  }

  void append_cut(const Node& node) {
    cuts_.push_back({seen_ + node.limit, out_.text.size(), seen_});
    append(node.inner);
    const Cut cut = cuts_.back();
    cuts_.pop_back();
    if (seen_ <= cut.end) return;
    out_.text.resize(cut.keep);
    seen_ = cut.kept;
    while (!out_.lines.empty() && out_.lines.back().first > cut.keep) out_.lines.pop_back();
    for (Cut& outer : cuts_) {
      if (outer.keep <= cut.keep) continue;
      outer.keep = cut.keep;
      outer.kept = cut.kept;
    }
    put(left_out, left_out.size());
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

  std::vector<const Fields*> within_;
  std::vector<const Fields*> lists_;  // that those are of, by their first element
  std::vector<Escape> ways_;          // of sections that are open
  std::vector<Cut> cuts_;
  std::size_t seen_ = 0;  // bytes, as the reader of the message sees them
  Escape escape_;
  Filled out_;
};

}  // namespace

std::int64_t Filled::line_of(std::size_t at) const {
  const auto after = std::find_if(lines.begin(), lines.end(), [&](const auto& begin) { return begin.first > at; });
  if (after == lines.begin()) return 1;
  const auto& [begin, line] = *std::prev(after);
  const auto from = text.begin() + static_cast<std::ptrdiff_t>(begin);
  return line + std::count(from, text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size())), '\n');
}

Filled fill_template(const TemplateNodes& nodes, const Fields& fields, Escape escape) {
  return Filler(fields, escape).fill(nodes);
}

}  // namespace pos::notify
