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

read::ReadOptions take_options(std::string_view& bytes) {
  cli::InputOptions options;
  read::ReadOptions read;
  if (bytes.starts_with('#')) {
    std::string_view line = take_until(bytes, '\n').substr(1);
    options.no_header = line.starts_with('!');
    if (options.no_header) line.remove_prefix(1);
    options.columns = take_until(line, '|');
    options.time_format = take_until(line, '|');
    constexpr std::size_t most_labels = 8;
    if (!line.empty()) read.labels = split_list(line);
    if (read.labels.size() > most_labels) read.labels.resize(most_labels);
  }
  read.columns = options.column_names();
  return read;
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
