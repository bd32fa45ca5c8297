// SPDX-License-Identifier: MIT
#include "cli/run_tool.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <exception>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/config.hpp"
#include "cli/signals.hpp"
#include "cli/version.hpp"

namespace pos::cli {
namespace {

// A closed standard stream would lend its number to the next file opened, and data meant for the
// stream would end up there. Opened the wrong way round, it fails as a closed one should.
void occupy_standard_streams() {
  for (int fd = 0; fd < 3; ++fd) {
    if (fcntl(fd, F_GETFD) == -1) static_cast<void>(open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY));
  }
}

int parse_and_run(Command& command, int argc, char** argv, const std::function<int()>& run) {
  if (const auto status = command.parse(argc, argv)) return *status;
  apply_config(command);
  return run();
}

}  // namespace

void say(std::string_view tool, std::string_view message) {
  const std::string line = std::string(tool) + ": " + printable(message, std::string::npos) + "\n";
  // Nobody is left to be told when this fails.
  static_cast<void>(!write(STDERR_FILENO, line.data(), line.size()));
}

std::string version_text(std::string_view tool) {
  const std::string in_git = *revision != '\0' ? std::string(" (git ") + revision + ")" : std::string();
  return std::string(tool) + " (pos-tools) " + version + in_git + "\nmodel format 1";
}

int run_tool(Command& command, int argc, char** argv, const std::function<int()>& run) {
  occupy_standard_streams();
  handle_signals();
  int status = exit_ok;
  try {
    status = parse_and_run(command, argc, argv, run);
  } catch (const Error& error) {
    say(command.name(), error.what());
    status = static_cast<int>(error.fault());
  } catch (const std::exception& error) {
    say(command.name(), std::string("internal error: ") + error.what());
    status = static_cast<int>(Fault::internal);
  }
  end_by_signal();
  return status;
}

}  // namespace pos::cli
