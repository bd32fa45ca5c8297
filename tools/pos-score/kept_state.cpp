// SPDX-License-Identifier: MIT
#include "kept_state.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "base/error.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/run_tool.hpp"
#include "file/new_file.hpp"

namespace pos::tools {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 30U;  // six minutes with a million rows each

// Nothing: there is none.
std::optional<std::string> read(const std::string& path) {
  std::error_code none;
  if (std::filesystem::status(path, none).type() == std::filesystem::file_type::not_found) return std::nullopt;
  cli::InputFile in(path);
  if (!in.can_rewind()) throw Error(Fault::bad_data, path + ": is no file on disk, which a state has to be");
  if (in.size() > most_bytes)
    throw Error(Fault::bad_data, path + ": has more than 1 GiB, which no state has: give a file of its own");
  std::string text;
  constexpr std::size_t at_once = std::size_t{64} << 10U;
  for (std::size_t size = 0;;) {
    text.resize(size + at_once);
    const std::size_t got = in.read(text.data() + size, at_once);
    text.resize(size += got);
    const auto begin = std::min(size, pipeline::SavedState::format_name.size());
    if (got == 0 || text.compare(0, begin, pipeline::SavedState::format_name, 0, begin) != 0) break;
  }
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace

KeptState::KeptState(const Options& options, const std::string& sha256)
    : path_(options.state), seen_(print()), owner_{sha256, options.stream, options.scoring.where} {
  auto text = read(path_);
  const file::NewFile can_be_written(path_);  // so that nobody learns it when the rows are out
  if (!text) {
    if (!options.common.quiet) cli::say(tool, path_ + ": there is no state yet: the stream begins here");
    return;
  }
  saved_ = std::make_unique<pipeline::SavedState>(std::move(*text), owner_, path_);
  notes_ = saved_->notes();
}

void KeptState::forget_saved() { saved_.reset(); }

KeptState::Print KeptState::print() const {
  struct stat status {};
  if (stat(path_.c_str(), &status) != 0) return std::nullopt;
  return std::tuple(std::uint64_t{status.st_dev}, std::uint64_t{status.st_ino}, std::int64_t{status.st_size},
                    std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec);
}

void KeptState::save(const pipeline::Stream& stream) {
  // What it knows of rows that this run never saw would be gone.
  if (print() != seen_)
    throw Error(Fault::temporary,
                path_ +
                    ": another run has written this state meanwhile, and one at a time may have it: it stays as it is; "
                    "feed the rows of this run again");
  cli::Output out(path_);
  out.buffer() = pipeline::state_text(owner_, notes_, stream);
  out.close();
  seen_ = print();
  saved_minutes_ = stream.decided();
  saved_at_ = std::chrono::steady_clock::now();
}

}  // namespace pos::tools
