/* Writes down what a program does to the files below POWER_FOLDER, in the order in which it does it:
 * loaded before the C library (LD_PRELOAD), so that the program itself is left as it is.
 *
 * One event is: 1 byte kind, u32 file, i64 offset, u32 length, data (all in the machine's order).
 *   N name of a file (data); a number for each path
 *   C created    W written    T cut or grown to offset    S on the disk (fsync)
 *   U unlinked   R renamed to the file whose number is the offset
 *   A what was said on standard output
 * The shared memory of the write-ahead log does not outlive a power cut and is left out.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES 4096
static char *names[FILES];
static uint32_t known;
static uint32_t file_of[FILES]; /* by descriptor; 0 is none of ours */
static int journal = -1;
static const char *folder;

static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_sendfile)(int, int, off_t *, size_t);
static int (*real_open)(const char *, int, ...);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);
static int (*real_close)(int);

static void begin(void) {
  static int done;
  if (done) return;
  done = 1;
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_write = dlsym(RTLD_NEXT, "write");
  real_sendfile = dlsym(RTLD_NEXT, "sendfile64");
  real_open = dlsym(RTLD_NEXT, "open64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_rename = dlsym(RTLD_NEXT, "rename");
  real_close = dlsym(RTLD_NEXT, "close");
  folder = getenv("POWER_FOLDER");
  const char *path = getenv("POWER_JOURNAL");
  if (folder && path) journal = real_open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static void tell(char kind, uint32_t file, int64_t offset, uint32_t length, const void *data) {
  if (journal < 0) return;
  char head[17];
  head[0] = kind;
  memcpy(head + 1, &file, 4);
  memcpy(head + 5, &offset, 8);
  memcpy(head + 13, &length, 4);
  if (real_write(journal, head, 17) != 17) abort();
  if (length && real_write(journal, data, length) != (ssize_t)length) abort();
}

static uint32_t number_of(const char *path) {
  for (uint32_t at = 0; at < known; at++)
    if (!strcmp(names[at], path)) return at + 1;
  if (known == FILES) abort();
  names[known++] = strdup(path);
  tell('N', known, 0, strlen(path), path);
  return known;
}

static int ours(const char *path) {
  size_t length = path ? strlen(path) : 0;
  if (!folder || !length || strncmp(path, folder, strlen(folder))) return 0;
  return length < 4 || strcmp(path + length - 4, "-shm");
}

static uint32_t held(int fd) { return fd >= 0 && fd < FILES ? file_of[fd] : 0; }

static int opened(const char *path, int flags, mode_t mode) {
  begin();
  struct stat before;
  int was = ours(path) && stat(path, &before) == 0;
  int fd = real_open(path, flags, mode);
  if (fd >= 0 && fd < FILES) {
    file_of[fd] = ours(path) ? number_of(path) : 0;
    if (file_of[fd] && !was) tell('C', file_of[fd], 0, 0, 0);
    if (file_of[fd] && was && flags & O_TRUNC) tell('T', file_of[fd], 0, 0, 0);
  }
  return fd;
}

#define OPEN(NAME)                                  \
  int NAME(const char *path, int flags, ...) {      \
    va_list more;                                   \
    va_start(more, flags);                          \
    mode_t mode = va_arg(more, int);                \
    va_end(more);                                   \
    return opened(path, flags, mode);               \
  }
OPEN(open)
OPEN(open64)

ssize_t pwrite64(int fd, const void *data, size_t length, off_t offset) {
  begin();
  ssize_t done = real_pwrite(fd, data, length, offset);
  if (done > 0 && held(fd)) tell('W', held(fd), offset, done, data);
  return done;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  return pwrite64(fd, data, length, offset);
}

ssize_t write(int fd, const void *data, size_t length) {
  begin();
  off_t offset = held(fd) ? lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t done = real_write(fd, data, length);
  if (done > 0 && held(fd)) tell('W', held(fd), offset, done, data);
  if (done > 0 && fd == 1) tell('A', 0, 0, done, data);
  return done;
}

ssize_t sendfile64(int to, int from, off_t *start, size_t length) {
  begin();
  off_t read_at = start ? *start : lseek(from, 0, SEEK_CUR);
  off_t offset = held(to) ? lseek(to, 0, SEEK_CUR) : 0;
  ssize_t done = real_sendfile(to, from, start, length);
  if (done > 0 && held(to)) {
    char *data = malloc(done);
    if (!data || pread(from, data, done, read_at) != done) abort();
    tell('W', held(to), offset, done, data);
    free(data);
  }
  return done;
}
ssize_t sendfile(int to, int from, off_t *start, size_t length) {
  return sendfile64(to, from, start, length);
}

int fsync(int fd) {
  begin();
  int failed = real_fsync(fd);
  if (!failed && held(fd)) tell('S', held(fd), 0, 0, 0);
  return failed;
}
int fdatasync(int fd) {
  begin();
  int failed = real_fdatasync(fd);
  if (!failed && held(fd)) tell('S', held(fd), 0, 0, 0);
  return failed;
}

int ftruncate64(int fd, off_t size) {
  begin();
  int failed = real_ftruncate(fd, size);
  if (!failed && held(fd)) tell('T', held(fd), size, 0, 0);
  return failed;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int unlink(const char *path) {
  begin();
  int failed = real_unlink(path);
  if (!failed && ours(path)) tell('U', number_of(path), 0, 0, 0);
  return failed;
}

int rename(const char *from, const char *to) {
  begin();
  int failed = real_rename(from, to);
  if (!failed && ours(from) && ours(to)) {
    uint32_t target = number_of(to);
    tell('R', number_of(from), target, 0, 0);
  }
  return failed;
}

int close(int fd) {
  begin();
  if (fd >= 0 && fd < FILES) file_of[fd] = 0;
  return real_close(fd);
}
