// SPDX-License-Identifier: MIT
// Rows in two or three bytes each, in the order they were added.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "base/local_time.hpp"

namespace pos::model {

struct PackedRow {
  LocalTime time;
  std::int64_t minute = 0;   // that the time means: of a clock without a date there are many
  std::int64_t count = 0;    // at least 0
  std::int64_t line = 0;     // of its file
  std::uint32_t status = 0;  // a number that the caller gives
  std::int8_t label = -1;    // 0 or 1; -1: none
};

// Every row comes back as it was. Small are those that go on from the row before: of its time or a minute later, on the
// next line, with the same label. Any other says what is new.
//
// Cost     2 bytes such a row with a count below 128 and a status number below 64, else 3; up to 54 bytes any other, as
//          is one in 400. Reading takes a few ns a row.
class PackedRows {
 public:
  void add(const PackedRow& row);
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const PackedRow& last() const { return last_; }  // size() at least 1

  // Reads from the first row on; the rows must outlive it.
  //
  //     for (PackedRows::Cursor at(rows); at.next();) use(at.row());
  class Cursor {
   public:
    explicit Cursor(const PackedRows& rows) : rows_(&rows) {}
    [[nodiscard]] bool next() {
      if (left_ == 0 && !enter_block()) return false;
      at_ = unpack(at_, row_);
      --left_;
      return true;
    }
    [[nodiscard]] const PackedRow& row() const { return row_; }

   private:
    friend class PackedRows;
    bool enter_block();

    const PackedRows* rows_;
    std::size_t next_block_ = 0;
    const std::uint8_t* at_ = nullptr;
    std::size_t left_ = 0;  // rows of the block at hand
    PackedRow row_;
  };

  class Drain;

 private:
  // Can be read without those before it.
  struct Block {
    static constexpr std::size_t size = 1000;
    std::uint32_t rows = 0;
    std::uint32_t used = 0;
    std::array<std::uint8_t, size> bytes;
  };

  // A row begins with a byte: a minute later or not, and its status number; or `told`, and which of these follow.
  static constexpr std::uint8_t later = 0x40;
  static constexpr std::uint8_t told = 0x80;
  static constexpr std::uint8_t time_told = 1, offset_told = 2, minute_told = 4, line_told = 8, label_told = 16;

  static void pass_minute(PackedRow& row) {
    constexpr std::int32_t seconds_per_day = 86400;
    ++row.minute;
    row.time.second_of_day += 60;
    if (row.time.second_of_day < seconds_per_day) return;
    row.time.second_of_day -= seconds_per_day;
    ++row.time.day;
  }
  // Seven bits a byte, the lowest first; the last byte is below 128.
  static const std::uint8_t* unpack_number(const std::uint8_t* at, std::uint64_t& number) {
    number = *at & 0x7FU;
    for (unsigned shift = 7; *at++ >= 0x80; shift += 7) number |= std::uint64_t{*at & 0x7FU} << shift;
    return at;
  }
  static const std::uint8_t* unpack(const std::uint8_t* at, PackedRow& row) {
    const std::uint8_t head = *at++;
    if ((head & later) != 0) pass_minute(row);
    ++row.line;
    row.status = head & 0x3FU;
    if (head >= told) at = unpack_told(head, at, row);
    std::uint64_t count = 0;
    at = unpack_number(at, count);
    row.count = static_cast<std::int64_t>(count);
    return at;
  }
  static const std::uint8_t* unpack_told(std::uint8_t head, const std::uint8_t* at, PackedRow& row);
  static std::uint8_t* pack(const PackedRow& row, const PackedRow& before, std::uint8_t* to);
  static std::uint8_t* pack_told(std::uint8_t head, const PackedRow& row, const PackedRow& before, std::uint8_t* to);

  std::vector<std::unique_ptr<Block>> blocks_;
  std::size_t size_ = 0;
  PackedRow last_;
};

// The same over rows that nobody needs any more: their memory goes as they are read.
class PackedRows::Drain {
 public:
  explicit Drain(PackedRows&& rows) : rows_(std::move(rows)), cursor_(rows_) {}
  Drain(const Drain&) = delete;
  Drain& operator=(const Drain&) = delete;
  [[nodiscard]] bool next() {
    if (cursor_.left_ == 0 && cursor_.next_block_ > 0) rows_.blocks_[cursor_.next_block_ - 1].reset();
    return cursor_.next();
  }
  [[nodiscard]] const PackedRow& row() const { return cursor_.row(); }

 private:
  PackedRows rows_;
  Cursor cursor_;
};

}  // namespace pos::model
