// SPDX-License-Identifier: MIT
// Loaded (LD_PRELOAD) before the C library: makes one call of a program fail, and writes down the order of its calls.
//
//   POS_FAULT="CALL N ERRNO once|on"   the N-th CALL, or that and every later one, fails with that errno;
//                                      ERRNO 0: it does half of what is asked (read, write, pread, pwrite, send, recv)
//   POS_FAULT_LOG=FILE                 a line per call but those for memory: its name and its files, between tabs, and
//                                      `failed` at the end where we made it fail
//
// A CALL is the name without endings: open is open64 and openat as well, malloc is whatever gives memory. What a
// program starts is left alone. None of the C++ library is used, of which the programs have one of their own.
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>

extern "C" {
void* __libc_malloc(size_t);
void* __libc_calloc(size_t, size_t);
void* __libc_realloc(void*, size_t);
void* __libc_memalign(size_t, size_t);
}

namespace {

struct Plan {
  char call[32];
  long n;
  int error;
  bool on;
};
Plan plan;  // no call: none shall fail
std::atomic<long> calls;
int log_fd = -1;

enum class Outcome { normal, fails, halved };

void note(const char* call, const char* name, const char* other, Outcome outcome) {
  if (log_fd == -1) return;
  char line[2 * FILENAME_MAX + 64];
  const int size =
      snprintf(line, sizeof line, "%s\t%s\t%s\t%s\n", call, name, other, outcome == Outcome::normal ? "" : "failed");
  static_cast<void>(!syscall(SYS_write, log_fd, line, size));
}

bool is_due(const char* call) {
  if (strcmp(plan.call, call) != 0) return false;
  const long n = ++calls;
  return n == plan.n || (plan.on && n > plan.n);
}

Outcome outcome_of(const char* call, const char* name, const char* other = "") {
  const int before = errno;
  const bool due = is_due(call);
  const Outcome outcome = !due ? Outcome::normal : plan.error == 0 ? Outcome::halved : Outcome::fails;
  note(call, name, other, outcome);
  errno = outcome == Outcome::fails ? plan.error : before;
  return outcome;
}

Outcome outcome_of(const char* call, int fd) {
  char link[32];
  char name[FILENAME_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  const ssize_t size = readlink(link, name, sizeof name - 1);
  name[size < 0 ? 0 : size] = '\0';
  return outcome_of(call, name);
}

bool fails(const char* call, const char* name = "", const char* other = "") {
  return outcome_of(call, name, other) == Outcome::fails;
}
bool fails(const char* call, int fd) { return outcome_of(call, fd) == Outcome::fails; }

// Of memory only what fails is written down: there are thousands.
bool no_memory() {
  if (!is_due("malloc")) return false;
  note("malloc", "", "", Outcome::fails);
  errno = plan.error;
  return true;
}

__attribute__((constructor)) void read_plan() {
  const char* text = getenv("POS_FAULT");
  char how_long[8] = "";
  if (text != nullptr && sscanf(text, "%31s %ld %d %7s", plan.call, &plan.n, &plan.error, how_long) != 4) abort();
  plan.on = strcmp(how_long, "on") == 0;
  if (const char* file = getenv("POS_FAULT_LOG")) {
    const long fd = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    log_fd = fcntl(static_cast<int>(fd), F_DUPFD_CLOEXEC, 900);  // the program's own have the numbers they always have
    syscall(SYS_close, fd);
  }
  unsetenv("LD_PRELOAD");
}

}  // namespace

// The C library's own function of that name.
#define REAL(name) static const auto real = reinterpret_cast<decltype(&name)>(dlsym(RTLD_NEXT, #name))

namespace {

int open_unless_due(int folder, const char* path, int flags, mode_t mode) {
  if (fails("open", path)) return -1;
  return static_cast<int>(syscall(SYS_openat, folder, path, flags, mode));
}

// read, write, pread, pwrite and their like: `number` is that of the system call.
ssize_t transfer(const char* call, long number, int fd, const void* bytes, size_t size, off_t at = 0) {
  const Outcome outcome = outcome_of(call, fd);
  if (outcome == Outcome::fails) return -1;
  return syscall(number, fd, bytes, outcome == Outcome::halved ? (size + 1) / 2 : size, at);
}

// Both have closed the file even where they fail.
int close_and_tell(int fd) {
  const bool due = fails("close", fd);
  const int error = errno;
  const int status = static_cast<int>(syscall(SYS_close, fd));
  if (!due) return status;
  errno = error;
  return -1;
}

int accept_unless_due(int fd, sockaddr* from, socklen_t* size, int flags) {
  return fails("accept", fd) ? -1 : static_cast<int>(syscall(SYS_accept4, fd, from, size, flags));
}

// Of a call open(path, flags, mode), where there is a mode only with some flags.
mode_t mode_of(int flags, va_list more) { return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0; }

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_of(flags, more);
  va_end(more);
  return open_unless_due(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_of(flags, more);
  va_end(more);
  return open_unless_due(folder, path, flags, mode);
}
int open64(const char*, int, ...) __attribute__((alias("open")));
int openat64(int, const char*, int, ...) __attribute__((alias("openat")));

int mkostemp(char* path, int flags) {
  REAL(mkostemp);
  return fails("mkostemp", path) ? -1 : real(path, flags);
}
int mkostemp64(char*, int) __attribute__((alias("mkostemp")));
int mkstemp(char* path) { return mkostemp(path, 0); }
int mkstemp64(char*) __attribute__((alias("mkstemp")));

ssize_t read(int fd, void* to, size_t size) { return transfer("read", SYS_read, fd, to, size); }
ssize_t write(int fd, const void* from, size_t size) { return transfer("write", SYS_write, fd, from, size); }
ssize_t pread(int fd, void* to, size_t size, off_t at) { return transfer("pread", SYS_pread64, fd, to, size, at); }
ssize_t pread64(int, void*, size_t, off64_t) __attribute__((alias("pread")));
ssize_t pwrite(int fd, const void* from, size_t size, off_t at) {
  return transfer("pwrite", SYS_pwrite64, fd, from, size, at);
}
ssize_t pwrite64(int, const void*, size_t, off64_t) __attribute__((alias("pwrite")));

int fsync(int fd) { return fails("fsync", fd) ? -1 : static_cast<int>(syscall(SYS_fsync, fd)); }
int fdatasync(int fd) { return fails("fdatasync", fd) ? -1 : static_cast<int>(syscall(SYS_fdatasync, fd)); }
int ftruncate(int fd, off_t size) noexcept {
  return fails("ftruncate", fd) ? -1 : static_cast<int>(syscall(SYS_ftruncate, fd, size));
}
int ftruncate64(int, off64_t) noexcept __attribute__((alias("ftruncate")));
int close(int fd) { return close_and_tell(fd); }

int rename(const char* from, const char* to) noexcept {
  REAL(rename);
  return fails("rename", from, to) ? -1 : real(from, to);
}
int link(const char* from, const char* to) noexcept {
  REAL(link);
  return fails("link", from, to) ? -1 : real(from, to);
}
int unlink(const char* path) noexcept {
  REAL(unlink);
  return fails("unlink", path) ? -1 : real(path);
}
int mkdir(const char* path, mode_t mode) noexcept {
  REAL(mkdir);
  return fails("mkdir", path) ? -1 : real(path, mode);
}

void* malloc(size_t size) noexcept { return no_memory() ? nullptr : __libc_malloc(size); }
void* calloc(size_t count, size_t size) noexcept { return no_memory() ? nullptr : __libc_calloc(count, size); }
void* realloc(void* old, size_t size) noexcept { return no_memory() ? nullptr : __libc_realloc(old, size); }
void* aligned_alloc(size_t alignment, size_t size) noexcept {
  return no_memory() ? nullptr : __libc_memalign(alignment, size);
}
void* mmap(void* at, size_t size, int protection, int flags, int fd, off_t offset) noexcept {
  REAL(mmap);
  return fails("mmap", fd) ? MAP_FAILED : real(at, size, protection, flags, fd, offset);
}
void* mmap64(void*, size_t, int, int, int, off64_t) noexcept __attribute__((alias("mmap")));

int pipe2(int ends[2], int flags) noexcept {
  REAL(pipe2);
  return fails("pipe2") ? -1 : real(ends, flags);
}
int socket(int domain, int type, int protocol) noexcept {
  REAL(socket);
  return fails("socket") ? -1 : real(domain, type, protocol);
}
int accept(int fd, sockaddr* from, socklen_t* size) { return accept_unless_due(fd, from, size, 0); }
int accept4(int fd, sockaddr* from, socklen_t* size, int flags) { return accept_unless_due(fd, from, size, flags); }
ssize_t send(int fd, const void* from, size_t size, int flags) {
  REAL(send);
  const Outcome outcome = outcome_of("send", fd);
  return outcome == Outcome::fails ? -1 : real(fd, from, outcome == Outcome::halved ? (size + 1) / 2 : size, flags);
}
ssize_t recv(int fd, void* to, size_t size, int flags) {
  REAL(recv);
  const Outcome outcome = outcome_of("recv", fd);
  return outcome == Outcome::fails ? -1 : real(fd, to, outcome == Outcome::halved ? (size + 1) / 2 : size, flags);
}
ssize_t sendmsg(int fd, const msghdr* message, int flags) {
  REAL(sendmsg);
  return fails("send", fd) ? -1 : real(fd, message, flags);
}
ssize_t recvmsg(int fd, msghdr* message, int flags) {
  REAL(recvmsg);
  return fails("recv", fd) ? -1 : real(fd, message, flags);
}
int poll(pollfd* files, nfds_t count, int timeout) {
  REAL(poll);
  return fails("poll") ? -1 : real(files, count, timeout);
}
int ppoll(pollfd* files, nfds_t count, const timespec* timeout, const sigset_t* mask) {
  REAL(ppoll);
  return fails("poll") ? -1 : real(files, count, timeout, mask);
}
int connect(int fd, const sockaddr* to, socklen_t size) {
  REAL(connect);
  return fails("connect") ? -1 : real(fd, to, size);
}

pid_t fork() noexcept {
  REAL(fork);
  return fails("fork") ? -1 : real();
}
// These two return their error.
int posix_spawn(pid_t* child, const char* path, const posix_spawn_file_actions_t* actions,
                const posix_spawnattr_t* attributes, char* const arguments[], char* const environment[]) {
  REAL(posix_spawn);
  return fails("posix_spawn", path) ? errno : real(child, path, actions, attributes, arguments, environment);
}
int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*work)(void*), void* argument) noexcept {
  REAL(pthread_create);
  return fails("pthread_create") ? errno : real(thread, attributes, work, argument);
}

}  // extern "C"
