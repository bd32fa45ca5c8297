// SPDX-License-Identifier: MIT
#include "read/history.hpp"

#include <utility>

#include "read/plain_rows.hpp"

namespace pos::read {

void read_history(ByteSource& source, const std::string& name, const ReadOptions& options, const TimeZone& zone,
                  BadRowHandler on_bad, const std::function<void(const Row&)>& take) {
  const auto rows = open_rows(source, name, options, zone, std::move(on_bad));
  const Format format = rows->header().format;
  Row row;
  for (;;) {
    for (auto plain = rows->plain_rows(); !plain.empty(); plain = rows->plain_rows()) {
      for (const PlainRow& each : plain) {
        to_row(each, rows->status(each.status), format, row);
        take(row);
      }
    }
    const Row* other = rows->next();
    if (other == nullptr) return;
    take(*other);
  }
}

}  // namespace pos::read
