// SPDX-License-Identifier: MIT
#include "write/scored_format.hpp"

#include "write/scored_csv.hpp"
#include "write/scored_ndjson.hpp"

namespace pos::write {

std::unique_ptr<ScoredFormat> make_scored_format(Format format, bool explain) {
  if (format == Format::ndjson) return std::make_unique<ScoredNdjson>();
  return std::make_unique<ScoredCsv>(explain);
}

}  // namespace pos::write
