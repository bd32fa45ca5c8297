// SPDX-License-Identifier: MIT
// For `make coverage`: what ends by a signal that it asked for itself, as all commands do after SIGTERM, keeps its counts
// too. Linked with --wrap=raise.
#include <csignal>

extern "C" {
void __gcov_dump();
int __real_raise(int signal);

int __wrap_raise(int signal) {
  __gcov_dump();
  return __real_raise(signal);
}
}
