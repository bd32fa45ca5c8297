// SPDX-License-Identifier: MIT
#include "model/packed_rows.hpp"

namespace pos::model {
namespace {

constexpr std::size_t longest_row = 54;  // bytes
constexpr std::uint32_t short_statuses = 64;

std::uint8_t* pack_number(std::uint64_t number, std::uint8_t* to) {
  for (; number >= 0x80; number >>= 7U) *to++ = static_cast<std::uint8_t>(number | 0x80U);
  *to++ = static_cast<std::uint8_t>(number);
  return to;
}

// 0, -1, 1, -2, ... as 0, 1, 2, 3, ...
std::uint8_t* pack_signed(std::int64_t number, std::uint8_t* to) {
  return pack_number((static_cast<std::uint64_t>(number) << 1U) ^ static_cast<std::uint64_t>(number >> 63U), to);
}

const PackedRow none;  // what the first row of a block is told against

bool same_offset(const LocalTime& a, const LocalTime& b) { return a.offset == b.offset && a.clock == b.clock; }

std::int64_t seconds_of(const LocalTime& time) { return std::int64_t{time.day} * 86'400 + time.second_of_day; }

// By how much a row's minute differs from what its time alone says.
std::int64_t shift_of(const PackedRow& row) { return row.minute - minute_of(row.time); }

// In the same day, so that no date need be counted on.
bool goes_on(const PackedRow& row, const PackedRow& before) {
  const std::int64_t minutes = row.minute - before.minute;
  return (minutes == 0 || minutes == 1) && row.time.day == before.time.day &&
         row.time.second_of_day == before.time.second_of_day + 60 * minutes && row.line == before.line + 1 &&
         row.status < short_statuses && row.label == before.label && same_offset(row.time, before.time);
}

}  // namespace

void PackedRows::add(const PackedRow& row) {
  const bool fresh = blocks_.empty() || blocks_.back()->used > Block::size - longest_row;
  if (fresh) blocks_.push_back(std::make_unique<Block>());
  Block& block = *blocks_.back();
  const std::uint8_t* end = pack(row, fresh ? none : last_, block.bytes.data() + block.used);
  block.used = static_cast<std::uint32_t>(end - block.bytes.data());
  ++block.rows;
  ++size_;
  last_ = row;
}

std::uint8_t* PackedRows::pack(const PackedRow& row, const PackedRow& before, std::uint8_t* to) {
  if (goes_on(row, before)) {  // as nearly all do
    *to++ = static_cast<std::uint8_t>((row.minute > before.minute ? later : 0) | row.status);
    return pack_number(static_cast<std::uint64_t>(row.count), to);
  }
  std::uint8_t head = 0;
  if (!(row.time == before.time)) head = seconds_of(row.time) == seconds_of(before.time) + 60 ? later : time_told;
  if (!same_offset(row.time, before.time)) head |= offset_told;
  if (shift_of(row) != shift_of(before)) head |= minute_told;
  if (row.line != before.line + 1) head |= line_told;
  if (row.label != before.label) head |= label_told;
  *to++ = head | told;
  to = pack_told(head, row, before, to);
  return pack_number(static_cast<std::uint64_t>(row.count), to);
}

std::uint8_t* PackedRows::pack_told(std::uint8_t head, const PackedRow& row, const PackedRow& before,
                                    std::uint8_t* to) {
  if ((head & time_told) != 0) {
    to = pack_signed(std::int64_t{row.time.day} - before.time.day, to);
    to = pack_number(static_cast<std::uint64_t>(row.time.second_of_day), to);
  }
  if ((head & offset_told) != 0) {
    to = pack_signed(row.time.offset, to);
    *to++ = static_cast<std::uint8_t>(row.time.clock);
  }
  if ((head & minute_told) != 0) to = pack_signed(shift_of(row), to);
  if ((head & line_told) != 0) to = pack_signed(row.line - before.line, to);
  if ((head & label_told) != 0) to = pack_signed(row.label, to);
  return pack_number(row.status, to);
}

const std::uint8_t* PackedRows::unpack_told(std::uint8_t head, const std::uint8_t* at, PackedRow& row) {
  const auto next = [&at] {
    std::uint64_t number = 0;
    at = unpack_number(at, number);
    return number;
  };
  // 0, 1, 2, 3, ... as 0, -1, 1, -2, ...
  const auto next_signed = [&next] {
    const std::uint64_t folded = next();
    return static_cast<std::int64_t>((folded >> 1U) ^ (~(folded & 1U) + 1));
  };
  std::int64_t shift = shift_of(row);
  if ((head & time_told) != 0) {
    row.time.day = static_cast<std::int32_t>(row.time.day + next_signed());
    row.time.second_of_day = static_cast<std::int32_t>(next());
  }
  if ((head & offset_told) != 0) {
    row.time.offset = static_cast<std::int16_t>(next_signed());
    row.time.clock = static_cast<LocalTime::Clock>(*at++);
  }
  if ((head & minute_told) != 0) shift = next_signed();
  row.minute = minute_of(row.time) + shift;
  if ((head & line_told) != 0) row.line += next_signed() - 1;
  if ((head & label_told) != 0) row.label = static_cast<std::int8_t>(next_signed());
  row.status = static_cast<std::uint32_t>(next());
  return at;
}

bool PackedRows::Cursor::enter_block() {
  if (next_block_ == rows_->blocks_.size()) return false;
  const Block& block = *rows_->blocks_[next_block_++];
  at_ = block.bytes.data();
  left_ = block.rows;
  row_ = {};
  return true;
}

}  // namespace pos::model
