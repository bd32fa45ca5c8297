// SPDX-License-Identifier: MIT
// Bytes for readers under test, in pieces as small as wanted.
#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "base/row.hpp"
#include "read/bad_rows.hpp"
#include "read/byte_source.hpp"

namespace pos::test {

class MemorySource final : public read::ByteSource {
 public:
  explicit MemorySource(std::string bytes, std::size_t piece = std::size_t{1} << 20)
      : bytes_(std::move(bytes)), piece_(piece) {}

  std::size_t read(char* to, std::size_t size) override {
    const std::size_t n = std::min({size, piece_, bytes_.size() - at_});
    std::memcpy(to, bytes_.data() + at_, n);
    at_ += n;
    return n;
  }

 private:
  std::string bytes_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

// What a handler was given: `line: reason [bytes]`, pieces of a long row joined.
class Rejected {
 public:
  read::BadRowHandler handler() {
    return [this](const BadRow& row) {
      if (!in_row_) told.push_back(std::to_string(row.line) + ": " + std::string(row.reason));
      if (!in_row_) bytes.emplace_back();
      bytes.back() += row.raw;
      in_row_ = row.goes_on;
    };
  }

  std::vector<std::string> told;
  std::vector<std::string> bytes;

 private:
  bool in_row_ = false;
};

// What a reader made of its bytes: its rows as text, and what it rejected.
struct ReadRows {
  std::vector<std::string> rows;
  Rejected rejected;
};

}  // namespace pos::test
