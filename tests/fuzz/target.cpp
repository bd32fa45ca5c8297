// SPDX-License-Identifier: MIT
#include "fuzz/target.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/options.hpp"

namespace pos::fuzz {

void expect(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

void expect_same(std::string_view one, std::string_view other, std::string_view what) {
  if (one == other) return;
  std::fprintf(stderr, "[%s]\n[%s]\n", std::string(one).c_str(), std::string(other).c_str());
  expect(false, what);
}

void expect_plain(std::string_view text) {
  if (!is_plain_text(text)) expect_same(text, printable(text, text.size()), "plain text");
}

std::string_view take_line(std::string_view& bytes) {
  const auto end = bytes.find('\n');
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  return line;
}

read::ReadOptions take_options(std::string_view& bytes) {
  cli::InputOptions options;
  if (bytes.starts_with('#')) {
    std::string_view line = take_line(bytes).substr(1);
    options.no_header = line.starts_with('!');
    if (options.no_header) line.remove_prefix(1);
    const auto bar = line.find('|');
    options.columns = line.substr(0, bar);
    if (bar != std::string_view::npos) options.time_format = line.substr(bar + 1);
  }
  return {.format = {}, .columns = options.column_names()};
}

}  // namespace pos::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pos::fuzz;
  try {
    take({reinterpret_cast<const char*>(data), size});
  } catch (const pos::Error& error) {
    expect(*error.what() != '\0', "an error says what is wrong");
    expect(error.fault() != pos::Fault::internal, "bytes from outside are no error of ours");
  }
  return 0;
}
