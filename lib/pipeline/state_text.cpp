// SPDX-License-Identifier: MIT
#include "pipeline/state_text.hpp"

namespace pos::pipeline {
std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\\') {
      out += "\\\\";
    } else {
      out += c;
    }
  }
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
    if (next == 'n' || next == 't' || next == '\\') {
      out += next == 'n' ? '\n' : next == 't' ? '\t' : '\\';
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

void save_text(model::StateWriter& out, std::string_view key, std::string_view text) {
  out.begin(key);
  out.rest(escaped(text));
  out.end();
}

std::string take_text(model::StateReader& in, std::string_view key) {
  in.begin(key);
  std::string text = unescaped(in.rest());
  in.end();
  return text;
}

}  // namespace pos::pipeline
