// SPDX-License-Identifier: MIT
#include "model/where/state_bytes.hpp"

#include <algorithm>
#include <bit>

#include "base/error.hpp"

namespace pos::model {

void ByteWriter::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) bytes_ += static_cast<char>(value | 0x80U);
  bytes_ += static_cast<char>(value);
}

void ByteWriter::bits(std::uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>(value >> shift);
}

void ByteWriter::real(double value) { bits(std::bit_cast<std::uint64_t>(value)); }

void ByteWriter::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

std::uint64_t ByteReader::number(std::uint64_t highest) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 63; shift += 7) {
    if (bytes_.empty()) fail("it is cut");
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte >= 0x80) continue;
    if (value > highest) fail("a number is out of range");
    return value;
  }
  fail("a number is out of range");
}

std::size_t ByteReader::amount_of_things(std::uint64_t highest) {
  const std::uint64_t amount = number(highest);
  if (amount > bytes_.size()) fail("it is cut");
  return static_cast<std::size_t>(amount);
}

std::uint64_t ByteReader::bits() {
  if (bytes_.size() < 8) fail("it is cut");
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < 8; ++i) bits |= std::uint64_t{static_cast<unsigned char>(bytes_[i])} << (8 * i);
  bytes_.remove_prefix(8);
  return bits;
}

double ByteReader::real(double lowest, double highest) {
  const auto value = std::bit_cast<double>(bits());
  if (!(value >= lowest && value <= highest)) fail("a number is out of range");  // so is NaN
  return value;
}

std::string_view ByteReader::text(std::size_t longest) {
  const std::size_t length = amount_of_things(longest);
  const std::string_view value = bytes_.substr(0, length);
  bytes_.remove_prefix(length);
  return value;
}

void ByteReader::finish() const {
  if (more()) fail("more follows");
}

void ByteReader::fail(std::string_view reason) {
  throw Error(Fault::bad_data, "state of --where: " + std::string(reason));
}

}  // namespace pos::model
