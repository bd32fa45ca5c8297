// SPDX-License-Identifier: MIT
// Translations as gettext's msgfmt writes them: a sorted table of texts, and the table of what they are in another
// language. It is a constant of the program (po/CMakeLists.txt), so nothing is opened or parsed on starting, and a text
// is looked up in any language at any time, whatever locales the system has.
#pragma once

#include <cstddef>
#include <string_view>

namespace pos {

class Catalogue {
 public:
  // `mo`: a file of msgfmt --endianness=little. Lives as long as this does.
  explicit constexpr Catalogue(std::string_view mo) : mo_(mo) {}

  [[nodiscard]] std::size_t size() const { return number(8); }
  // By number, in the order of their bytes. Of a text that depends on a number, that for one; the first has no bytes,
  // and is the catalogue's head.
  [[nodiscard]] std::string_view text(std::size_t i) const;
  // What that is in the other language; of a text that depends on a number, both forms with a NUL between.
  [[nodiscard]] std::string_view translation(std::size_t i) const;
  // Nothing: it has none.
  [[nodiscard]] std::string_view find(std::string_view text) const;

 private:
  [[nodiscard]] std::size_t number(std::size_t at) const;
  [[nodiscard]] std::string_view entry(std::size_t table, std::size_t i) const;

  std::string_view mo_;
};

// All texts in Portuguese: po/pt.po.
[[nodiscard]] std::string_view catalogue_pt();

}  // namespace pos
