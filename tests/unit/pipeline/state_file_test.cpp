// SPDX-License-Identifier: MIT
#include "pipeline/state_file.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/checksum.hpp"
#include "pipeline/state_text.hpp"
#include "unit/pipeline/calm_shop.hpp"

using namespace pos;
using namespace pos::pipeline;

namespace {

const StateOwner owner{"cafe", "till", {}};

void push_all(Stream& stream, const std::vector<Input>& rows) {
  for (const Input& row : rows) {
    const std::string time = text_of(row.minute);
    stream.push({clock_of(row.minute), row.status, row.count}, time,
                fmt::format("{},{},{}", time, row.status, row.count));
  }
}

std::string state_after(const std::vector<Input>& rows) {
  Lines out;
  Stream stream(trained(), {}, out);
  push_all(stream, rows);
  return state_text(owner, {}, stream);
}

}  // namespace

TEST_CASE("state file: a stream that is restored goes on as the one that was saved") {
  const auto rows = calm(0, 90, 2);
  Lines one;
  Stream whole(trained(), {}, one);
  push_all(whole, rows);
  for (const std::size_t cut : {0U, 1U, 3U, 7U, 8U, 9U, 100U, 101U}) {
    Lines halves;
    Stream first(trained(), {}, halves);
    push_all(first, {rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(cut)});
    SavedState saved(state_text(owner, {}, first), owner, "file");
    model::Model model = trained();
    saved.take_learnt(model);
    Stream second(std::move(model), {}, halves);
    saved.restore(second);
    push_all(second, {rows.begin() + static_cast<std::ptrdiff_t>(cut), rows.end()});
    CHECK(halves.lines == one.lines);
    CHECK(state_text(owner, {}, second) == state_text(owner, {}, whole));
  }
}

TEST_CASE("state file: what goes along comes back") {
  Lines out;
  Stream stream(trained(), {}, out);
  StateNotes notes{7, Format::ndjson, Header{}};
  notes.header->delimiter = '\t';
  notes.header->line = "a\tb\n\\n";
  notes.header->names = {"a", "", "b\n"};
  notes.header->clock = "";
  const SavedState saved(state_text(owner, notes, stream), owner, "file");
  CHECK(saved.notes().rows == 7);
  CHECK(saved.notes().output == Format::ndjson);
  REQUIRE(saved.notes().header);
  CHECK(saved.notes().header->delimiter == '\t');
  CHECK(saved.notes().header->line == notes.header->line);
  CHECK(saved.notes().header->names == notes.header->names);
  CHECK(saved.notes().header->clock == "");
  CHECK(!saved.notes().header->count);
}

TEST_CASE("state file: a line less, a line twice or another number is refused or read, and breaks nothing") {
  const std::string text = state_after(calm(0, 12, 2));
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
    lines.push_back(text.substr(at, text.find('\n', at) + 1 - at));
  lines.pop_back();  // the checksum
  int refused = 0;
  const auto read = [&](const std::vector<std::string>& edited) {
    std::string whole;
    for (const std::string& line : edited) whole += line;
    model::append_checksum(whole);
    try {
      SavedState saved(whole, owner, "file");
      model::Model model = trained();
      saved.take_learnt(model);
      Lines out;
      Stream stream(std::move(model), {}, out);
      saved.restore(stream);
      stream.finish();
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::bad_data);
      CHECK(std::string(error.what()).starts_with("file: "));
      ++refused;
    }
  };
  for (std::size_t at = 0; at < lines.size(); ++at) {
    std::vector<std::string> less = lines, twice = lines, other = lines;
    less.erase(less.begin() + static_cast<std::ptrdiff_t>(at));
    twice.insert(twice.begin() + static_cast<std::ptrdiff_t>(at), lines[at]);
    read(less);
    read(twice);
    for (const char* number : {" -1", " 9", " 9223372036854775807", " x", ""}) {
      const auto space = lines[at].rfind(' ');
      if (space == std::string::npos) continue;
      other[at] = lines[at].substr(0, space) + number + "\n";
      read(other);
    }
  }
  CHECK(refused > 2 * static_cast<int>(lines.size()));
}

TEST_CASE("state text: any text is one line, and comes back") {
  for (const std::string text : {"", "\n", "\t\\n\\", "a\tb\r\n", "\\", "\\x"}) {
    CHECK(escaped(text).find_first_of("\n\t") == std::string::npos);
    CHECK(unescaped(escaped(text)) == text);
  }
}
