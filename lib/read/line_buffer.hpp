// SPDX-License-Identifier: MIT
// Cuts a byte stream into lines, without copying them, in bounded memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/byte_source.hpp"

namespace pos::read {

// A line ends with LF or CRLF; the last one may lack it. A byte order mark at the start is dropped.
//
// Shape    Lines come one at a time; a view lives until the next call.
// Memory   max_line and a block, whatever the input.
// Speed    One read() of the source serves every line in it: a line is out as soon as it is in.
class LineBuffer {
 public:
  static constexpr std::size_t max_line = std::size_t{1} << 20;  // bytes, without the line end
  // Bytes behind the last line that may be read (never used): simdjson wants them.
  static constexpr std::size_t padding = 64;

  struct Line {
    std::string_view text;    // without its line end; not whole: the first max_line bytes
    std::int64_t number = 0;  // from 1
    bool whole = true;        // false: longer than max_line, rest() has what follows
  };

  explicit LineBuffer(ByteSource& source);

  // What the input begins with, or goes on with, `size` bytes or more (64 KiB at most); fewer: there are no more. They
  // come again with next().
  [[nodiscard]] std::string_view peek(std::size_t size);
  std::optional<Line> next();
  // The lines that next() would give without reading, whole, with their ends. Their bytes live until the next call but
  // skip().
  [[nodiscard]] std::string_view at_hand() const;
  // Passes over so many of them, which take so many bytes. Returns the number of the first.
  std::int64_t skip(std::size_t bytes, std::size_t lines);
  // After a line that is not whole: its next piece; empty when the line is over.
  std::string_view rest();
  // Joins the following line to the one that next() gave, line end in between. False, and nothing
  // changed, at the end of input or where the line would grow beyond max_line.
  bool extend(Line& line);
  // Undoes every extend(): the line is its first line again, the others come again with next().
  void give_back(Line& line);
  // next() gives the line, and what was joined to it, again.
  void put_back(const Line& line);
  // All that is left, instead of lines. False: it is more than `limit` bytes.
  bool take_all(std::string& to, std::size_t limit);

 private:
  void start();
  [[nodiscard]] std::optional<std::size_t> find_line_end(std::size_t from);
  [[nodiscard]] std::optional<Line> next_at_hand();
  bool fill();
  void make_room();
  [[nodiscard]] std::string_view text_until(std::size_t end) const;

  ByteSource& source_;
  std::unique_ptr<char[]> data_;  // not cleared: untouched pages cost nothing
  std::size_t capacity_;          // of data_, padding aside
  std::size_t line_ = 0;          // where the current line begins in data_
  std::size_t line_end_ = 0;      // behind the first line (and its LF)
  std::size_t next_ = 0;          // where the next line begins
  std::size_t filled_ = 0;        // bytes of data_ that are input,
  std::size_t whole_ = 0;         // and those of them that end with a line end
  std::int64_t number_ = 0;       // of the last line given
  std::int64_t first_number_ = 0;
  bool ended_ = false;
  bool started_ = false;
  bool in_long_line_ = false;
};

}  // namespace pos::read
