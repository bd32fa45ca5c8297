// SPDX-License-Identifier: MIT
#include "notify/json_check.hpp"

namespace pos::notify {
namespace {

constexpr int max_json_depth = 64;

bool is_json_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool is_json_digit(char c) { return c >= '0' && c <= '9'; }

// Each of these stands before what it looks at, goes behind it, and returns false where that is wrong.
class JsonCheck {
 public:
  explicit JsonCheck(std::string_view text) : text_(text) {}

  std::optional<JsonFault> fault() {
    if (value() && next() != '\0') wrong("something after the end of the value");
    return fault_;
  }

 private:
  bool wrong(std::string_view what) {
    if (!fault_) fault_ = JsonFault{at_, what};
    return false;
  }

  // The next character that is no blank; NUL: the end.
  char next() {
    while (at_ < text_.size() && is_json_blank(text_[at_])) ++at_;
    return here();
  }
  [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool value() {
    const char c = next();
    if (c == '{' || c == '[') return nested(c);
    if (c == '"') return string();
    if (c == '-' || is_json_digit(c)) return number();
    for (const std::string_view word : {"true", "false", "null"}) {
      if (!text_.substr(at_).starts_with(word)) continue;
      at_ += word.size();
      return true;
    }
    return wrong(c == '\0'                          ? "it ends before its value does"
                 : c == ',' || c == '}' || c == ']' ? "a value is missing"
                                                    : "no value of JSON: text has quotes around it");
  }

  bool nested(char open) {
    const char close = open == '{' ? '}' : ']';
    if (++depth_ > max_json_depth) return wrong("too deep");
    ++at_;
    if (next() == close) return closed();
    while (true) {
      if (open == '{' && !name()) return false;
      if (!value()) return false;
      const char c = next();
      if (c == close) return closed();
      if (c != ',')
        return wrong(c == '\0' ? "it ends before its value does" : "a comma, or the end of the list, is missing");
      ++at_;
      if (next() == close) return wrong(close == '}' ? "a comma before }" : "a comma before ]");
    }
  }

  bool closed() {
    --depth_;
    ++at_;
    return true;
  }

  bool name() {
    if (next() != '"') return wrong("a name in quotes is missing");
    if (!string()) return false;
    if (next() != ':') return wrong("a colon is missing");
    ++at_;
    return true;
  }

  bool string() {
    for (++at_; here() != '"'; ++at_) {
      if (at_ >= text_.size()) return wrong("quotes are not closed");
      if (here() == '\n') return wrong("a line break within quotes: write \\n");
      if (static_cast<unsigned char>(here()) < 0x20) return wrong("a control character within quotes");
      if (here() == '\\' && !escape()) return wrong("no escape of JSON");
    }
    ++at_;
    return true;
  }

  // Goes to its last character.
  bool escape() {
    ++at_;
    if (here() != 'u') return here() != '\0' && std::string_view("\"\\/bfnrt").find(here()) != std::string_view::npos;
    for (int i = 0; i < 4; ++i) {
      ++at_;
      const char c = here();
      if (!is_json_digit(c) && !(c >= 'a' && c <= 'f') && !(c >= 'A' && c <= 'F')) return false;
    }
    return true;
  }

  bool digits() {
    if (!is_json_digit(here())) return wrong("no number of JSON");
    while (is_json_digit(here())) ++at_;
    return true;
  }

  bool number() {
    if (here() == '-') ++at_;
    const bool zero = here() == '0';
    const auto begin = at_;
    if (!digits()) return false;
    if (zero && at_ - begin > 1) return wrong("no number of JSON");
    if (here() == '.') {
      ++at_;
      if (!digits()) return false;
    }
    if (here() != 'e' && here() != 'E') return true;
    ++at_;
    if (here() == '+' || here() == '-') ++at_;
    return digits();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::optional<JsonFault> fault_;
};

}  // namespace

std::optional<JsonFault> json_fault(std::string_view text) { return JsonCheck(text).fault(); }

}  // namespace pos::notify
