// SPDX-License-Identifier: MIT
#include "write/scored_format.hpp"

#include "write/scored_csv.hpp"
#include "write/scored_ndjson.hpp"

namespace pos::write {

std::unique_ptr<ScoredFormat> make_scored_format(Format format, ExtraColumns extra) {
  if (format == Format::ndjson) return std::make_unique<ScoredNdjson>(extra);
  return std::make_unique<ScoredCsv>(extra);
}

}  // namespace pos::write
