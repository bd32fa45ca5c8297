// SPDX-License-Identifier: MIT
// The bytes that Where's state is kept in: many small numbers, so no text as the monitor's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pos::model {

// Numbers take seven bits a byte, the lowest first; the last byte is below 128. Doubles are their eight bytes, the
// lowest first.
class ByteWriter {
 public:
  void number(std::uint64_t value);
  void bits(std::uint64_t value);  // eight bytes
  void real(double value);
  void text(std::string_view value);  // its length and its bytes

  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// The other direction, for bytes of unknown origin. They are borrowed and must outlive the reader; so must what text()
// returns.
//
// Errors   pos::Error(Fault::bad_data) for what is cut or out of range. Nothing is allocated but the message. Every
//          restore(ByteReader&) passes them on, and leaves behind an object that is good for nothing but to be thrown
//          away.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::uint64_t number(std::uint64_t highest);
  // So many things follow, each of at least one byte: never more than bytes are left.
  [[nodiscard]] std::size_t amount_of_things(std::uint64_t highest);
  [[nodiscard]] std::uint64_t bits();
  [[nodiscard]] double real(double lowest, double highest);
  [[nodiscard]] std::string_view text(std::size_t longest);
  [[nodiscard]] bool more() const { return !bytes_.empty(); }
  void finish() const;  // the bytes must end here

  [[noreturn]] static void fail(std::string_view reason);

 private:
  std::string_view bytes_;  // not read yet
};

}  // namespace pos::model
