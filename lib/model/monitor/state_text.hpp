// SPDX-License-Identifier: MIT
// The text a monitor's state is kept in: lines of "key value value ...", each ending in a newline.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace pos::model {

// Doubles are written in the shortest form that reads back as the same bits.
// Order of calls for a line: begin, then values, then end.
class StateWriter {
 public:
  // `digits`: significant ones of a double; 0: as many as it takes.
  explicit StateWriter(int digits = 0) : digits_(digits) {}
  void begin(std::string_view key) { text_ += key; }
  void number(double value);
  void numbers(std::span<const double> values);
  void integer(std::int64_t value);
  void rest(std::string_view text);  // the last value of its line; may hold spaces, no newline
  void end() { text_ += '\n'; }
  void block(std::string_view text) { text_ += text; }  // between two lines: the text of another writer

  // Whole lines: one number; one that may be missing, whose key alone says so.
  void integer_line(std::string_view key, std::int64_t value);
  void optional_line(std::string_view key, std::optional<std::int64_t> value);

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  int digits_;
  std::string text_;
};

// The other direction, for text of unknown origin.
//
// Shape    The lines in the order they were written, nothing left out, nothing added. The text is
//          borrowed and must outlive the reader; so must what rest() returns.
// Errors   pos::Error(Fault::bad_data), with the line number, for anything else: another key, a
//          value missing, not a number, not finite or out of range, a value too many, an unfinished
//          last line. Nothing is allocated but the message. Every restore(StateReader&) passes them on, and
//          leaves behind an object that is good for nothing but to be thrown away.
class StateReader {
 public:
  explicit StateReader(std::string_view text) : text_(text) {}

  void begin(std::string_view key);
  [[nodiscard]] double number(double lowest, double highest);
  [[nodiscard]] double amount();  // a number from 0 to 1e40: more than any honest state reaches
  void amounts(std::span<double> values);
  [[nodiscard]] std::int64_t integer(std::int64_t lowest, std::int64_t highest);
  [[nodiscard]] bool more() const { return !line_.empty(); }  // values left in this line
  [[nodiscard]] std::string_view rest();
  void end();
  // As the writer has them.
  [[nodiscard]] std::int64_t integer_line(std::string_view key, std::int64_t lowest, std::int64_t highest);
  [[nodiscard]] std::optional<std::int64_t> optional_line(std::string_view key, std::int64_t lowest,
                                                          std::int64_t highest);
  void finish() const;  // the text must end here
  // So many bytes that stand between two lines: the text of another reader.
  [[nodiscard]] std::string_view block(std::size_t bytes);

  [[noreturn]] void fail(std::string_view reason) const;

 private:
  [[nodiscard]] std::string_view word();

  std::string_view text_;  // lines not read yet
  std::string_view line_;  // what is left of this line: empty, or a space and values
  std::size_t line_number_ = 0;
};

}  // namespace pos::model
