// SPDX-License-Identifier: MIT
// fast-cpp-csv-parser behind its guard (csv_feed.hpp). Numbers are to be read as text: it takes '' for 0.
// For one file of read/, not for other headers.
#pragma once

#define CSV_IO_NO_THREAD  // one thread is enough, and its own may not throw
#include <libfccp/csv.h>

#include <cstddef>
#include <memory>

#include "unit/read/whole/csv_feed.hpp"

namespace pos::read {

class FeedSource final : public io::ByteSourceBase {
 public:
  explicit FeedSource(CsvFeed& feed) : feed_(feed) {}
  int read(char* to, int size) override { return static_cast<int>(feed_.read(to, static_cast<std::size_t>(size))); }

 private:
  CsvFeed& feed_;
};

// RFC 4180, but that quoted line breaks were replaced.
template <unsigned columns, char delimiter>
using FedReader = io::CSVReader<columns, io::trim_chars<' ', '\t'>, io::double_quote_escape<delimiter, '"'>>;

template <unsigned columns, char delimiter>
FedReader<columns, delimiter> read_fed(CsvFeed& feed) {
  return FedReader<columns, delimiter>("", std::unique_ptr<io::ByteSourceBase>(std::make_unique<FeedSource>(feed)));
}

}  // namespace pos::read
