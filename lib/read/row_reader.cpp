// SPDX-License-Identifier: MIT
#include "read/row_reader.hpp"

#include <utility>

#include "read/csv_reader.hpp"
#include "read/json_array_reader.hpp"
#include "read/ndjson_reader.hpp"

namespace pos::read {
namespace {

// The first bytes that are no blanks, two at most, blanks between them gone.
std::string first_tokens(LineBuffer& lines) {
  std::string tokens;
  constexpr std::size_t far = 4096;
  for (std::size_t at = 0; at < far && tokens.size() < 2; ++at) {
    const std::string_view text = lines.peek(at + 1);
    if (text.size() <= at) break;
    if (text[at] != ' ' && text[at] != '\t' && text[at] != '\r' && text[at] != '\n') tokens += text[at];
    if (tokens.size() == 1 && tokens[0] != '[') break;  // live input may have no more yet
  }
  return tokens;
}

// `[` may also begin a name in a header.
bool is_json_array(LineBuffer& lines) {
  const std::string tokens = first_tokens(lines);
  return tokens == "[{" || tokens == "[]";
}

}  // namespace

Format detect_format(LineBuffer& lines) {
  return first_tokens(lines).starts_with('{') || is_json_array(lines) ? Format::ndjson : Format::csv;
}

std::unique_ptr<RowReader> open_rows(ByteSource& source, const std::string& name, const ReadOptions& options,
                                     const TimeZone& zone, BadRowHandler on_bad) {
  auto lines = std::make_unique<LineBuffer>(source);
  if (options.format.value_or(detect_format(*lines)) == Format::csv)
    return std::make_unique<CsvReader>(std::move(lines), name, options, zone, std::move(on_bad));
  return open_json(std::move(lines), source, name, options, zone, std::move(on_bad));
}

std::unique_ptr<RowReader> open_json(std::unique_ptr<LineBuffer> lines, const ByteSource& source,
                                     const std::string& name, const ReadOptions& options, const TimeZone& zone,
                                     BadRowHandler on_bad) {
  if (is_json_array(*lines))
    return std::make_unique<JsonArrayReader>(std::move(lines), source, name, options, zone, std::move(on_bad));
  return std::make_unique<NdjsonReader>(std::move(lines), name, options, zone, std::move(on_bad));
}

}  // namespace pos::read
