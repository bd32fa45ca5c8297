// SPDX-License-Identifier: MIT
#include "read/encoding.hpp"

#include <array>
#include <string_view>

#include "base/error.hpp"

namespace pos::read {
namespace {

using std::string_view_literals::operator""sv;

struct Foreign {
  std::string_view begin;
  std::string_view message;
};

constexpr std::array foreign = {
    Foreign{"\x1F\x8B"sv, "is compressed by gzip: zcat FILE | ..."},
    Foreign{"\x28\xB5\x2F\xFD"sv, "is compressed by zstd: zstdcat FILE | ..."},
    Foreign{"\xFD\x37zX"sv, "is compressed by xz: xzcat FILE | ..."},
    Foreign{"BZh9"sv, "is compressed by bzip2: bzcat FILE | ..."},
    Foreign{"\x04\x22\x4D\x18"sv, "is compressed by lz4: lz4cat FILE | ..."},
    Foreign{"PK\x03\x04"sv,
            "is a spreadsheet (xlsx, ods) or a ZIP archive: save the sheet as CSV in UTF-8, or "
            "unzip -p FILE | ..."},
    Foreign{"\xD0\xCF\x11\xE0"sv, "is a spreadsheet (xls): save the sheet as CSV in UTF-8"},
    Foreign{"PAR1"sv, "is Parquet: export it as CSV in UTF-8"},
    Foreign{"\xFF\xFE\0\0"sv, "is UTF-32: iconv -f UTF-32 -t UTF-8 FILE | ..."},
    Foreign{"\xFF\xFE"sv, "is UTF-16: iconv -f UTF-16 -t UTF-8 FILE | ..."},
    Foreign{"\xFE\xFF"sv, "is UTF-16: iconv -f UTF-16 -t UTF-8 FILE | ..."},
};

// UTF-16 without a byte order mark: two letters, each beside a NUL.
std::string_view utf_16(std::string_view begin) {
  if (begin.size() < 4) return {};
  const auto is_letter = [&](std::size_t place) { return begin[place] > 0; };
  const auto is_nul = [&](std::size_t place) { return begin[place] == '\0'; };
  if (is_letter(0) && is_nul(1) && is_letter(2) && is_nul(3)) return "is UTF-16: iconv -f UTF-16LE -t UTF-8 FILE | ...";
  if (is_nul(0) && is_letter(1) && is_nul(2) && is_letter(3)) return "is UTF-16: iconv -f UTF-16BE -t UTF-8 FILE | ...";
  return {};
}

}  // namespace

void check_encoding(LineBuffer& lines, const std::string& name) {
  const std::string_view begin = lines.peek(4);
  std::string_view message = utf_16(begin);
  for (const Foreign& kind : foreign) {
    if (message.empty() && begin.starts_with(kind.begin)) message = kind.message;
  }
  if (!message.empty()) throw Error(Fault::bad_data, name + ": " + std::string(message));
}

}  // namespace pos::read
