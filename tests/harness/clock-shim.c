/*
 * A forged wall clock for one process tree: preloaded, it adds the whole seconds written in the file named by
 * MILEPOST_CLOCK_FILE to every reading of the wall clock. Monotonic clocks stay true, as they do when a user or a
 * time server sets a real clock, so timers behave just like then.
 *
 * Who waits until a time of the wall clock has worked it out from a forged reading, and the kernel knows only the true
 * one: NSPR of Firefox waits like that, and without the functions below it slept for the days that the clock is ahead.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define REREAD_EVERY_NS 50000000LL

/* System calls are made directly: the C library's functions are the ones replaced below. */
static long long monotonic_ns(void) {
  struct timespec now;
  syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static long read_offset(void) {
  const char *path = getenv("MILEPOST_CLOCK_FILE");
  if (!path) return 0;
  int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  char digits[24] = {0};
  long length = syscall(SYS_read, file, digits, sizeof digits - 1);
  syscall(SYS_close, file);
  return length > 0 ? strtol(digits, NULL, 10) : 0;
}

/* Reading a file for each of the thousands of clock readings a second would slow a browser down. */
static long offset_seconds(void) {
  static atomic_long offset;
  static atomic_llong read_again_at;
  int saved_errno = errno;
  long long now = monotonic_ns();
  if (now >= atomic_load(&read_again_at)) {
    atomic_store(&read_again_at, now + REREAD_EVERY_NS);
    atomic_store(&offset, read_offset());
  }
  errno = saved_errno;
  return atomic_load(&offset);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  long result = syscall(SYS_clock_gettime, clock, time);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += offset_seconds();
  return (int)result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  (void)zone;
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}

/* Monotonic clocks count from the start of the machine, and are nowhere near. */
#define IN_THIS_CENTURY 1000000000L

static struct timespec true_deadline(const struct timespec *deadline) {
  struct timespec result = *deadline;
  if (result.tv_sec > IN_THIS_CENTURY) result.tv_sec -= offset_seconds();
  return result;
}

/* The C library has an older function of the same name, which takes another kind of condition. */
static void *replaced(const char *name, const char *version) {
  void *found = dlvsym(RTLD_NEXT, name, version);
  return found ? found : dlsym(RTLD_NEXT, name);
}

int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict deadline) {
  static int (*_Atomic wait)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
  if (!wait) wait = replaced("pthread_cond_timedwait", "GLIBC_2.3.2");
  struct timespec until = true_deadline(deadline);
  return wait(condition, mutex, &until);
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict deadline) {
  static int (*_Atomic wait)(sem_t *, const struct timespec *);
  if (!wait) wait = replaced("sem_timedwait", "GLIBC_2.34");
  struct timespec until = true_deadline(deadline);
  return wait(semaphore, &until);
}
