// A clock on the wall that goes faster, for the soak: LD_PRELOAD this, with SOAK_CLOCK="BEGAN TIME SPEED". It showed
// TIME (seconds since 1970) when CLOCK_MONOTONIC showed BEGAN (seconds).
//
// Waits for input (ppoll, which the programs give a second to look at the clock) are shorter by SPEED. All else is
// real: the monotonic clock and what is measured by it, timeouts, timers, and other sleeps.
#define _GNU_SOURCE
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static double began, shown, speed = 1;

__attribute__((constructor)) static void read_environment(void) {
  const char* text = getenv("SOAK_CLOCK");
  if (text == NULL || sscanf(text, "%lf %lf %lf", &began, &shown, &speed) != 3) abort();
}

int clock_gettime(clockid_t id, struct timespec* at) {
  if (id != CLOCK_REALTIME && id != CLOCK_REALTIME_COARSE) return (int)syscall(SYS_clock_gettime, id, at);
  syscall(SYS_clock_gettime, CLOCK_MONOTONIC, at);
  const double now = shown + ((double)at->tv_sec - began + (double)at->tv_nsec / 1e9) * speed;
  at->tv_sec = (time_t)now;
  at->tv_nsec = (long)((now - (double)at->tv_sec) * 1e9);
  return 0;
}

time_t time(time_t* at) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (at != NULL) *at = now.tv_sec;
  return now.tv_sec;
}

int gettimeofday(struct timeval* restrict at, void* restrict zone) {
  (void)zone;
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  at->tv_sec = now.tv_sec;
  at->tv_usec = now.tv_nsec / 1000;
  return 0;
}

int ppoll(struct pollfd* files, nfds_t count, const struct timespec* wait, const sigset_t* mask) {
  struct timespec shorter;
  if (wait != NULL) {
    const double seconds = ((double)wait->tv_sec + (double)wait->tv_nsec / 1e9) / speed;
    shorter.tv_sec = (time_t)seconds;
    shorter.tv_nsec = (long)((seconds - (double)shorter.tv_sec) * 1e9);
  }
  return (int)syscall(SYS_ppoll, files, count, wait == NULL ? NULL : &shorter, mask, _NSIG / 8);
}
