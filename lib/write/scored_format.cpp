// SPDX-License-Identifier: MIT
#include "write/scored_format.hpp"

namespace pos::write {

TimeParts part_time(const Header& header, std::string_view time) {
  if (!header.clock) return {time, {}};
  std::size_t blank = time.find(' ');
  for (std::size_t i = 0; i < header.date_blanks && blank != std::string_view::npos; ++i)
    blank = time.find(' ', blank + 1);
  if (blank == std::string_view::npos) return {time, {}};
  return {time.substr(0, blank), time.substr(blank + 1)};
}

std::unique_ptr<ScoredFormat> make_scored_format(Format format, ExtraColumns extra) {
  return format == Format::ndjson ? make_scored_ndjson(extra) : make_scored_csv(extra);
}

}  // namespace pos::write
