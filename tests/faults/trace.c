/* Records what a process does to a store and its journal, and what it prints, in the order it does
 * it. A record is: one letter, the file (0 store, 1 journal, 2 stdout), offset, length, the bytes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static signed char kind[4096];
static int trace = -1;

static void note(char what, int file, int64_t offset, int64_t length, const void *bytes)
{
    static ssize_t (*next)(int, const void *, size_t);
    if (!next) next = dlsym(RTLD_NEXT, "write");
    if (trace < 0) return;
    char head[18];
    head[0] = what;
    head[1] = (char)file;
    memcpy(head + 2, &offset, 8);
    memcpy(head + 10, &length, 8);
    next(trace, head, sizeof head);
    if (bytes) next(trace, bytes, (size_t)length);
}

__attribute__((constructor)) static void begin(void)
{
    int (*opening)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    const char *path = getenv("TRACE_TO");
    if (path) trace = opening(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    kind[1] = 3;
}

static int ends(const char *path, const char *end)
{
    size_t a = strlen(path), b = strlen(end);
    return a >= b && !strcmp(path + a - b, end);
}

static int opened(int fd, const char *path)
{
    if (fd >= 0 && fd < 4096) kind[fd] = ends(path, ".db") ? 1 : ends(path, ".db-journal") ? 2 : 0;
    return fd;
}

#define OPEN(NAME)                                                     \
    int NAME(const char *path, int flags, ...)                         \
    {                                                                  \
        static int (*next)(const char *, int, ...);                    \
        if (!next) next = dlsym(RTLD_NEXT, #NAME);                     \
        va_list rest;                                                  \
        va_start(rest, flags);                                         \
        mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;    \
        va_end(rest);                                                  \
        return opened(next(path, flags, mode), path);                  \
    }
OPEN(open)
OPEN(open64)

static int file(int fd) { return fd >= 0 && fd < 4096 ? kind[fd] - 1 : -1; }

int close(int fd)
{
    static int (*next)(int);
    if (!next) next = dlsym(RTLD_NEXT, "close");
    if (fd > 2 && fd < 4096) kind[fd] = 0;
    return next(fd);
}

ssize_t write(int fd, const void *bytes, size_t length)
{
    static ssize_t (*next)(int, const void *, size_t);
    if (!next) next = dlsym(RTLD_NEXT, "write");
    off_t at = file(fd) >= 0 && file(fd) < 2 ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t done = next(fd, bytes, length);
    if (done > 0 && file(fd) >= 0) note('w', file(fd), at, done, bytes);
    return done;
}

#define PWRITE(NAME, OFFSET)                                                    \
    ssize_t NAME(int fd, const void *bytes, size_t length, OFFSET at)           \
    {                                                                           \
        static ssize_t (*next)(int, const void *, size_t, OFFSET);              \
        if (!next) next = dlsym(RTLD_NEXT, #NAME);                              \
        ssize_t done = next(fd, bytes, length, at);                             \
        if (done > 0 && file(fd) >= 0) note('w', file(fd), at, done, bytes);    \
        return done;                                                            \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define TRUNCATE(NAME, LENGTH)                                          \
    int NAME(int fd, LENGTH length)                                     \
    {                                                                   \
        static int (*next)(int, LENGTH);                                \
        if (!next) next = dlsym(RTLD_NEXT, #NAME);                      \
        int failed = next(fd, length);                                  \
        if (!failed && file(fd) >= 0) note('t', file(fd), length, 0, 0); \
        return failed;                                                  \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(NAME)                                                      \
    int NAME(int fd)                                                    \
    {                                                                   \
        static int (*next)(int);                                        \
        if (!next) next = dlsym(RTLD_NEXT, #NAME);                      \
        if (file(fd) >= 0 && !getenv("TRACE_LIES")) note('s', file(fd), 0, 0, 0); \
        return next(fd);                                                \
    }
SYNC(fsync)
SYNC(fdatasync)
