// SPDX-License-Identifier: MIT
#include "read/json_array_reader.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/error.hpp"
#include "read/json_rows.hpp"

namespace pos::read {
namespace {

std::string rows_of_array(LineBuffer& lines, const ByteSource& source, const std::string& name) {
  constexpr std::size_t most = std::size_t{256} << 20;
  std::string text;
  if (!lines.take_all(text, most))
    throw Error(Fault::bad_data, name + ": a JSON array may have 256 MiB: jq -c '.[]' FILE | ... makes lines of it");
  if (source.cut_short()) return {};  // the end of the array is not there
  JsonRows rows = json_rows(text);
  if (!rows.problem.empty()) {
    throw Error(Fault::bad_data,
                name + (rows.row ? ":" + std::to_string(*rows.row) : std::string()) + ": " + rows.problem);
  }
  return std::move(rows.lines);
}

}  // namespace

std::size_t JsonArrayReader::Memory::read(char* to, std::size_t size) {
  const std::size_t count = std::min(size, bytes.size() - at_);
  std::memcpy(to, bytes.data() + at_, count);
  at_ += count;
  return count;
}

JsonArrayReader::JsonArrayReader(std::unique_ptr<LineBuffer> lines, const ByteSource& source, const std::string& name,
                                 const ReadOptions& options, const TimeZone& zone, BadRowHandler on_bad) {
  memory_.bytes = rows_of_array(*lines, source, name);
  rows_ = std::make_unique<NdjsonReader>(std::make_unique<LineBuffer>(memory_), name, options, zone, std::move(on_bad));
}

}  // namespace pos::read
