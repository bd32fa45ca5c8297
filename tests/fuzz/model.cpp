// SPDX-License-Identifier: MIT
// Model files whose checksum is right, so that what lies behind it is reached.
#include "model/model_file.hpp"

#include "fuzz/target.hpp"
#include "model/checksum.hpp"

namespace pos::fuzz {
namespace {

// The text without its last line, if that is a checksum, and with the right one.
std::string with_checksum(std::string_view text) {
  std::string file(text.substr(0, text.rfind("sha256 ")));
  if (!file.ends_with('\n')) file += '\n';
  model::append_checksum(file);
  return file;
}

}  // namespace

void take(std::string_view bytes) {
  const model::Model model = model::parse_model(with_checksum(bytes), "in");
  const std::string text = model::to_text(model);
  constexpr std::string_view what = "a model written and read again";
  expect_same(text, read_again([&] { return model::to_text(model::parse_model(text, "out")); }, what), what);
  expect(model.threshold >= 0 && model.threshold <= 1, "a threshold");
  constexpr std::int64_t most = Transaction::max_count;
  for (const model::Features& row :
       {model::Features{0, 0, 0, 0, 0}, model::Features{2, 116, 14, 31, 1}, model::Features{most, most, 23, 59, 1}}) {
    const double score = model.forest.score(row);
    expect(score > 0 && score <= 1, "a score");
  }
}

}  // namespace pos::fuzz
