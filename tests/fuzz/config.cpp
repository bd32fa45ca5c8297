// SPDX-License-Identifier: MIT
// Configuration files.
#include "cli/config.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <array>

#include "cli/options.hpp"
#include "fuzz/target.hpp"

namespace pos::fuzz {
namespace {

// A file in memory, which has a name as any.
class File {
 public:
  File() : descriptor_(memfd_create("config", 0)), path_("/proc/self/fd/" + std::to_string(descriptor_)) {
    expect(descriptor_ >= 0, "there are files in memory");
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { close(descriptor_); }

  void write(std::string_view bytes) const {
    const bool written = ftruncate(descriptor_, 0) == 0 &&
                         pwrite(descriptor_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size());
    expect(written, "there is memory");
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  int descriptor_;
  std::string path_;
};

}  // namespace

void take(std::string_view bytes) {
  static const File file;
  file.write(bytes);
  cli::Command command("pos-score", "");
  bool flag = false;
  std::string model, config;
  std::vector<std::string> recipients;
  cli::InputOptions input;
  cli::add_input_options(command, input);
  command.flag("-q,--quiet", flag, "");
  command.text("-m,--model", model, "");
  command.texts("--to", recipients, "");
  command.text("--config", config, "");
  std::string path = file.path();
  std::array<char, 10> name = {"pos-score"};
  std::array<char, 9> option = {"--config"};
  std::array<char*, 3> words = {name.data(), option.data(), path.data()};
  static_cast<void>(command.parse(static_cast<int>(words.size()), words.data()));
  cli::apply_config(command);
}

}  // namespace pos::fuzz
