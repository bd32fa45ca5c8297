// SPDX-License-Identifier: MIT
#include "cli/run_tool.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <system_error>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/completion.hpp"
#include "cli/config.hpp"
#include "cli/output.hpp"
#include "cli/signals.hpp"
#include "cli/version.hpp"
#include "file/descriptor.hpp"

namespace pos::cli {
namespace {

// A closed standard stream would lend its number to the next file opened, and data meant for the
// stream would end up there. Opened the wrong way round, it fails as a closed one should.
void occupy_standard_streams() {
  for (int fd = 0; fd < 3; ++fd) {
    if (fcntl(fd, F_GETFD) == -1) static_cast<void>(open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY));
  }
}

// The stack grows as it is used, and where the memory for that is refused the system has a signal and no word. So what
// the commands need of it at most (250 kB were measured) is asked for here, in a way that can be refused, and then used
// at once: the page at the far end brings all between.
constexpr std::size_t most_stack = 512 * 1024;

__attribute__((noinline)) void use_stack() {
  char used[most_stack];
  static_cast<volatile char*>(used)[0] = 0;
}

void grow_stack() {
  rlimit limit{};
  if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur < 2 * most_stack) return;
  void* asked = mmap(nullptr, most_stack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (asked == MAP_FAILED) throw std::bad_alloc();
  munmap(asked, most_stack);
  use_stack();
}

// What is told when nothing can be allocated.
void say_no_memory() {
  constexpr std::string_view message = ": not enough memory\n";
  static_cast<void>(file::write_all(STDERR_FILENO, program_invocation_short_name) &&
                    file::write_all(STDERR_FILENO, message));
}

// main() makes the command before it runs it, and a handler may find no memory either; where there was none from the
// start, not even the exception could be made.
[[noreturn]] void end_uncaught() {
  bool is_memory = std::current_exception() == nullptr;
  try {
    if (!is_memory) throw;
  } catch (const std::bad_alloc&) {
    is_memory = true;
  } catch (...) {
  }
  if (!is_memory) std::abort();
  say_no_memory();
  _exit(static_cast<int>(Fault::system));
}
const std::terminate_handler usual_end = std::set_terminate(end_uncaught);

int print(const std::string& text) {
  Output out("-");
  out.buffer() = text;
  out.close();
  return exit_ok;
}

int parse_and_run(Command& command, int argc, char** argv, const std::function<int()>& run) {
  if (const auto shell = completion_asked(argc, argv)) return print(completion(command, *shell));
  if (const auto status = command.parse(argc, argv)) return *status;
  apply_config(command);
  return run();
}

}  // namespace

void say(std::string_view tool, std::string_view message) {
  const std::string line = std::string(tool) + ": " + printable(message, std::string::npos) + "\n";
  // Nobody is left to be told when this fails.
  static_cast<void>(file::write_all(STDERR_FILENO, line));
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
    grow_stack();
    status = parse_and_run(command, argc, argv, run);
  } catch (const Error& error) {
    say(command.name(), error.what());
    status = static_cast<int>(error.fault());
  } catch (const std::bad_alloc&) {
    say_no_memory();
    status = static_cast<int>(Fault::system);
  } catch (const std::system_error& error) {  // a thread that cannot be started, for one
    const Error told = system_error("the system refuses", error.code().value(), Fault::system);
    say(command.name(), told.what());
    status = static_cast<int>(told.fault());
  } catch (const std::exception& error) {
    say(command.name(), std::string("internal error: ") + error.what());
    status = static_cast<int>(Fault::internal);
  }
  end_by_signal();
  return status;
}

}  // namespace pos::cli
