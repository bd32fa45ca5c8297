// SPDX-License-Identifier: MIT
#include "read/line_buffer.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace pos::read {
namespace {

constexpr std::size_t block = std::size_t{256} << 10;

}  // namespace

LineBuffer::LineBuffer(ByteSource& source)
    : source_(source), data_(std::make_unique_for_overwrite<char[]>(block + padding)), capacity_(block) {}

// Reads once. Everything from line_ on stays; it may move.
bool LineBuffer::fill() {
  if (ended_) return false;
  make_room();
  const std::size_t got = source_.read(data_.get() + filled_, capacity_ - filled_);
  if (got == 0) ended_ = true;
  const std::string_view news(data_.get() + filled_, got);
  if (const auto last = news.rfind('\n'); last != std::string_view::npos) whole_ = filled_ + last + 1;
  filled_ += got;
  return got > 0;
}

void LineBuffer::make_room() {
  if (capacity_ - filled_ >= block / 2) return;
  const std::size_t kept = filled_ - line_;
  if (kept > capacity_ / 2) {
    capacity_ *= 2;
    auto larger = std::make_unique_for_overwrite<char[]>(capacity_ + padding);
    std::memcpy(larger.get(), data_.get() + line_, kept);
    data_ = std::move(larger);
  } else {
    std::memmove(data_.get(), data_.get() + line_, kept);
  }
  filled_ = kept;
  whole_ = whole_ > line_ ? whole_ - line_ : 0;
  next_ -= line_;
  line_end_ -= line_;
  line_ = 0;
}

// Passes over a byte order mark.
void LineBuffer::start() {
  if (started_) return;
  started_ = true;
  while (filled_ < 3 && fill()) {
    if (data_[0] != '\xEF') break;
  }
  if (filled_ >= 3 && std::memcmp(data_.get(), "\xEF\xBB\xBF", 3) == 0) line_ = next_ = 3;
}

std::string_view LineBuffer::peek(std::size_t size) {
  start();
  while (filled_ - next_ < size && fill()) {
  }
  return {data_.get() + next_, filled_ - next_};
}

// Place of the LF at or behind `from`, relative to line_ so that it outlives a move; at the end
// of input the end itself; nothing for an over-long line.
std::optional<std::size_t> LineBuffer::find_line_end(std::size_t from) {
  std::size_t scanned = from - line_;
  for (;;) {
    const char* begin = data_.get() + line_ + scanned;
    const void* found = std::memchr(begin, '\n', filled_ - line_ - scanned);
    if (found != nullptr) return static_cast<std::size_t>(static_cast<const char*>(found) - data_.get()) - line_;
    scanned = filled_ - line_;
    if (scanned > max_line + 1) return std::nullopt;  // + 1: a CR does not count
    if (!fill()) return filled_ - line_;
  }
}

std::string_view LineBuffer::text_until(std::size_t end) const {
  std::string_view text(data_.get() + line_, end);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

// A line that is here to its end, as nearly all are.
std::optional<LineBuffer::Line> LineBuffer::next_at_hand() {
  const std::size_t here = std::min(filled_ - next_, max_line);
  const char* begin = data_.get() + next_;
  const void* found = in_long_line_ || here == 0 ? nullptr : std::memchr(begin, '\n', here);
  if (found == nullptr) return std::nullopt;
  line_ = next_;
  first_number_ = ++number_;
  const auto end = static_cast<std::size_t>(static_cast<const char*>(found) - begin);
  next_ = line_end_ = line_ + end + 1;
  return Line{text_until(end), number_, true};
}

std::optional<LineBuffer::Line> LineBuffer::next() {
  start();
  if (const auto line = next_at_hand()) return line;
  while (in_long_line_) static_cast<void>(rest());
  line_ = next_;
  if (next_ == filled_ && !fill()) return std::nullopt;
  const auto end = find_line_end(next_);
  const bool half = end && line_ + *end == filled_ && source_.cut_short();
  if (half) return std::nullopt;
  first_number_ = ++number_;
  if (!end || text_until(*end).size() > max_line) {
    in_long_line_ = true;
    next_ = line_end_ = line_ + max_line;
    return Line{{data_.get() + line_, max_line}, number_, false};
  }
  next_ = line_end_ = std::min(line_ + *end + 1, filled_);
  return Line{text_until(*end), number_, true};
}

std::string_view LineBuffer::at_hand() const {
  if (in_long_line_ || whole_ <= next_) return {};
  return {data_.get() + next_, whole_ - next_};
}

std::int64_t LineBuffer::skip(std::size_t bytes, std::size_t lines) {
  next_ = line_end_ = line_ = next_ + bytes;
  const std::int64_t first = number_ + 1;
  number_ += static_cast<std::int64_t>(lines);
  return first;
}

std::string_view LineBuffer::rest() {
  if (!in_long_line_) return {};
  line_ = next_;
  if (next_ == filled_ && !fill()) {
    in_long_line_ = false;
    return {};
  }
  const char* begin = data_.get() + line_;
  const void* found = std::memchr(begin, '\n', filled_ - line_);
  if (found == nullptr) {
    next_ = filled_;
    return {begin, filled_ - line_};
  }
  in_long_line_ = false;
  const auto length = static_cast<std::size_t>(static_cast<const char*>(found) - begin);
  next_ = line_ + length + 1;
  return text_until(length);
}

bool LineBuffer::extend(Line& line) {
  if (next_ == filled_ && !fill()) return false;
  const auto end = find_line_end(next_);
  if (!end || *end > max_line) return false;
  line.text = text_until(*end);  // find_line_end may have moved the bytes
  next_ = std::min(line_ + *end + 1, filled_);
  ++number_;
  return true;
}

void LineBuffer::give_back(Line& line) {
  next_ = line_end_;
  number_ = first_number_;
  std::size_t end = line_end_ - line_;
  if (end > 0 && data_[line_end_ - 1] == '\n') --end;
  line.text = text_until(end);
}

void LineBuffer::put_back(const Line& line) {
  next_ = line_;
  number_ = line.number - 1;
}

bool LineBuffer::take_all(std::string& to, std::size_t limit) {
  start();
  do {
    line_ = next_;
    to.append(data_.get() + next_, filled_ - next_);
    line_ = next_ = filled_;
  } while (to.size() <= limit && fill());
  return to.size() <= limit;
}

}  // namespace pos::read
