// SPDX-License-Identifier: MIT
// peak-memory COMMAND...                                      prints the most memory it had, in KiB
// peak-memory --at-most-more KIB COMMAND... -- COMMAND...     exits 1 where the second has more than that above the
// first
//
// What the commands print is thrown away. This is small and linked statically: a process begins with the peak of the
// one that starts it, and 10 MiB of a Python would hide all that a filter has.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "peak-memory: %s\n", what);
  std::exit(70);
}

// `command` ends with a null.
long peak(char** command) {
  const pid_t child = fork();
  if (child == -1) fail("cannot fork");
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY);
    if (dup2(nowhere, STDOUT_FILENO) == -1) _exit(70);
    execvp(command[0], command);
    _exit(127);
  }
  int status = 0;
  rusage used{};
  if (wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) fail(command[0]);
  return used.ru_maxrss;
}

int compare(long limit, char** first, char** second) {
  const long before = peak(first);
  const long after = peak(second);
  if (after - before > limit) {
    std::fprintf(stderr, "peak memory grew from %ld to %ld KiB\n", before, after);
    return 1;
  }
  std::printf("peak memory grew by at most %ld KiB\n", limit);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  // The address sanitizer keeps what is freed in quarantine, 256 MB of it; that is not the program's memory.
  const char* told = std::getenv("ASAN_OPTIONS");
  setenv("ASAN_OPTIONS", ((told != nullptr ? told : "") + std::string(":quarantine_size_mb=1")).c_str(), 1);
  if (argc > 3 && std::strcmp(argv[1], "--at-most-more") == 0) {
    for (int i = 4; i + 1 < argc; ++i) {
      if (std::strcmp(argv[i], "--") != 0) continue;
      argv[i] = nullptr;
      return compare(std::atol(argv[2]), argv + 3, argv + i + 1);
    }
  }
  if (argc < 2 || argv[1][0] == '-') fail("usage: peak-memory [--at-most-more KIB COMMAND... --] COMMAND...");
  std::printf("%ld\n", peak(argv + 1));
  return 0;
}
