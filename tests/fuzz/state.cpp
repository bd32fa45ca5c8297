// SPDX-License-Identifier: MIT
// States of a stream whose checksum is right, so that what lies behind it is reached.
#include <string>
#include <utility>

#include "fuzz/target.hpp"
#include "model/checksum.hpp"
#include "model/training.hpp"
#include "pipeline/state_file.hpp"

namespace pos::fuzz {
namespace {

using pipeline::Stream;

struct Nobody final : pipeline::Sink {
  void row(const pipeline::Decided&, const Scored&) override {}
  void silence(const pipeline::Silence&, const Scored&) override {}
};

const pipeline::StateOwner owner{};

// Goes on from the state: as text again, and with rows behind it.
std::string go_on(const std::string& text) {
  pipeline::SavedState saved(text, owner, "in");
  model::Model model = model::untrained();
  saved.take_learnt(model);
  Nobody nobody;
  Stream stream(std::move(model), {}, nobody);
  saved.restore(stream);
  std::string again = state_text(owner, saved.notes(), stream);
  const LocalTime next = stream.next_time().value_or(LocalTime{20'000, 0});
  for (const char* status : {"approved", "denied", "approved"}) stream.push({next, status, 7}, "then", "columns");
  stream.finish();
  return again;
}

}  // namespace

void take(std::string_view bytes) {
  std::string text(bytes.substr(0, bytes.rfind("sha256 ")));
  if (!text.ends_with('\n')) text += '\n';
  model::append_checksum(text);
  const std::string written = go_on(text);
  constexpr std::string_view what = "a state written and read again";
  expect_same(written, read_again([&] { return go_on(written); }, what), what);
}

}  // namespace pos::fuzz
