/* Bad weather for a program that writes files: a library to preload.
 *
 * It looks only at files under $STORM_FOLDER, and it is told what to do by a page of numbers that
 * it shares with whoever started the program ($STORM_PAGE, a file of 64-bit words).
 *
 * Power cut. A disk promises to keep only what was synced. Each write since the last sync of a
 * file is remembered with what it replaced. When the power is cut, each sector of 512 bytes of
 * such a write is kept or put back, one by one, as the seed says; a file may shrink to its former
 * size, and a name whose folder was not synced may be gone. Then the process ends, at once.
 *
 * Failing call. The n-th call that writes, syncs or cuts a file answers EIO or ENOSPC, or writes
 * half of what it was given and fails after that, as many times as the page says.
 *
 * Clock. The hour of the day is as far from the machine's as the page says.
 *
 * What is written through a memory map is not seen: SQLite writes only its -shm file so, which it
 * makes again after a crash.
 *
 *   cc -O2 -shared -fPIC -o lossy.so lossy.c -ldl -lpthread
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { SECTOR = 512, PATH_BYTES = 4096, POWER_IS_GONE = 137 };
/* The words of the page. `weather.rs` names them in the same order. */
enum {
    CUT_AFTER, SEED, KEPT_PERCENT, FAIL_AFTER, FAIL_HOW, FAIL_TIMES, WRITES, FAILED, LIES, CLOCK,
    WORDS
};
enum { FAIL_IO = 1, FAIL_FULL = 2, FAIL_SHORT = 3 };

/* One write that is not on the disk yet. */
struct undo {
    struct undo *older;
    uint64_t number;
    dev_t device;
    ino_t file;
    char path[PATH_BYTES];
    off_t at, size_before;
    size_t count, had;
    int is_truncation;
    unsigned char *before;
};

/* One name that is not on the disk yet: made (`former` is empty) or moved. */
struct name {
    struct name *older;
    char path[PATH_BYTES], former[PATH_BYTES];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct undo *newest;
static struct name *newest_name;
static uint64_t numbers, chance;
static const char *folder;
static volatile int64_t *page;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_open)(const char *, int, ...);
static int (*real_openat)(int, const char *, int, ...);
static int (*real_rename)(const char *, const char *);

__attribute__((constructor)) static void begin(void) {
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_open = dlsym(RTLD_NEXT, "open64");
    real_openat = dlsym(RTLD_NEXT, "openat64");
    real_rename = dlsym(RTLD_NEXT, "rename");
    const char *name = getenv("STORM_PAGE");
    int file = name ? real_open(name, O_RDWR) : -1;
    if (file < 0) return;
    void *shared = mmap(NULL, WORDS * sizeof *page, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (shared == MAP_FAILED) return;
    page = shared;
    folder = getenv("STORM_FOLDER");
    chance = (uint64_t)page[SEED];
}

/* SplitMix64: small, and the same everywhere. */
static uint64_t drawn(void) {
    uint64_t z = (chance += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

static int is_kept(void) { return (int64_t)(drawn() % 100) < page[KEPT_PERCENT]; }

static int is_ours(const char *path) {
    return folder && strncmp(path, folder, strlen(folder)) == 0 && !strstr(path, "-shm");
}

/* The path of an open file under the folder; 0 when it is another. */
static int path_of(int file, char *path) {
    if (!folder) return 0;
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t count = readlink(link, path, PATH_BYTES - 1);
    if (count <= 0) return 0;
    path[count] = 0;
    return is_ours(path);
}

/* Reads what a write is about to replace. Closing a second descriptor of a file would drop the
 * locks that SQLite holds on it, so the file's own descriptor is read when it can be. */
static size_t before(int file, void *bytes, size_t count, off_t at) {
    ssize_t got = pread(file, bytes, count, at);
    return got > 0 ? (size_t)got : 0;
}

static void put_back(struct undo *it, int file) {
    static const unsigned char nothing[SECTOR];
    int is_one_kept = 0;
    for (size_t from = 0; from < it->count;) {
        size_t count = SECTOR - (size_t)((it->at + (off_t)from) % SECTOR);
        if (count > it->count - from) count = it->count - from;
        if (is_kept()) {
            is_one_kept = 1;
        } else {
            size_t had = from < it->had ? it->had - from : 0;
            if (had > count) had = count;
            if (had) real_pwrite(file, it->before + from, had, it->at + (off_t)from);
            if (had < count && !it->is_truncation)
                real_pwrite(file, nothing, count - had, it->at + (off_t)(from + had));
        }
        from += count;
    }
    if (!is_one_kept && it->at + (off_t)it->count > it->size_before)
        real_ftruncate(file, it->size_before);
}

/* The power is gone. The lock is held, and is never given back. */
static void cut(void) {
    for (struct undo *it = newest; it; it = it->older) {
        int file = real_open(it->path, O_WRONLY);
        if (file < 0) continue;
        struct stat now;
        if (fstat(file, &now) == 0 && now.st_ino == it->file) put_back(it, file);
        close(file);
    }
    for (struct name *it = newest_name; it; it = it->older) {
        if (is_kept()) continue;
        if (it->former[0]) real_rename(it->path, it->former);
        else unlink(it->path);
    }
    _exit(POWER_IS_GONE);
}

/* Remembers what a write, or a truncation, is about to replace. The lock is held. */
static void remember(int file, const char *path, off_t at, size_t count, int is_truncation) {
    struct stat now;
    if (fstat(file, &now) || !S_ISREG(now.st_mode)) return;
    struct undo *it = calloc(1, sizeof *it);
    it->number = ++numbers;
    it->device = now.st_dev;
    it->file = now.st_ino;
    snprintf(it->path, sizeof it->path, "%s", path);
    it->at = at;
    it->count = is_truncation ? (now.st_size > at ? (size_t)(now.st_size - at) : 0) : count;
    it->size_before = now.st_size;
    it->is_truncation = is_truncation;
    it->before = malloc(it->count ? it->count : 1);
    it->had = before(file, it->before, it->count, at);
    it->older = newest;
    newest = it;
    page[WRITES]++;
    if (page[CUT_AFTER] >= 0 && page[WRITES] > page[CUT_AFTER]) cut();
}

/* Forgets what a sync has put on the disk: what was written before the sync began. */
static void forget(int file, uint64_t until, const char *path) {
    struct stat now;
    if (fstat(file, &now)) return;
    pthread_mutex_lock(&lock);
    for (struct undo **at = &newest; *at;) {
        struct undo *it = *at;
        if (it->file == now.st_ino && it->device == now.st_dev && it->number <= until) {
            *at = it->older;
            free(it->before);
            free(it);
        } else {
            at = &it->older;
        }
    }
    if (S_ISDIR(now.st_mode)) {
        size_t length = strlen(path);
        for (struct name **at = &newest_name; *at;) {
            struct name *it = *at;
            const char *last = strrchr(it->path, '/');
            if (last && (size_t)(last - it->path) == length && !strncmp(it->path, path, length)) {
                *at = it->older;
                free(it);
            } else {
                at = &it->older;
            }
        }
    }
    pthread_mutex_unlock(&lock);
}

/* How this call fails; 0 when it does not. The lock is held. */
static int failure(void) {
    if (page[FAIL_AFTER] < 0) return 0;
    if (page[FAIL_AFTER] > 0) {
        page[FAIL_AFTER]--;
        return 0;
    }
    if (page[FAIL_TIMES] == 0) {
        page[FAIL_AFTER] = -1;
        return 0;
    }
    if (page[FAIL_TIMES] > 0) page[FAIL_TIMES]--;
    return page[FAILED]++ == 0 || page[FAIL_HOW] != FAIL_SHORT ? (int)page[FAIL_HOW] : FAIL_FULL;
}

static int failed(int how) {
    errno = how == FAIL_IO ? EIO : ENOSPC;
    return -1;
}

static ssize_t written(int file, const char *path, const void *bytes, size_t count, off_t at,
                       int is_positioned) {
    pthread_mutex_lock(&lock);
    int how = failure();
    ssize_t done;
    if (how && (how != FAIL_SHORT || count < 2)) {
        done = failed(how);
    } else {
        if (how == FAIL_SHORT) count /= 2;
        remember(file, path, at, count, 0);
        done = is_positioned ? real_pwrite(file, bytes, count, at) : real_write(file, bytes, count);
    }
    int kept = errno;
    pthread_mutex_unlock(&lock);
    errno = kept;
    return done;
}

ssize_t write(int file, const void *bytes, size_t count) {
    char path[PATH_BYTES];
    if (file <= 2 || !path_of(file, path)) return real_write(file, bytes, count);
    off_t at = lseek(file, 0, SEEK_CUR);
    struct stat now;
    if (at >= 0 && (fcntl(file, F_GETFL) & O_APPEND) && !fstat(file, &now)) at = now.st_size;
    if (at < 0) return real_write(file, bytes, count);
    return written(file, path, bytes, count, at, 0);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
    char path[PATH_BYTES];
    if (!path_of(file, path)) return real_pwrite(file, bytes, count, at);
    return written(file, path, bytes, count, at, 1);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
    return pwrite64(file, bytes, count, at);
}

ssize_t writev(int file, const struct iovec *pieces, int count) {
    static ssize_t (*real)(int, const struct iovec *, int);
    if (!real) real = dlsym(RTLD_NEXT, "writev");
    char path[PATH_BYTES];
    if (file <= 2 || !path_of(file, path)) return real(file, pieces, count);
    /* One piece at a time: a caller of writev goes on with what is left. */
    return count > 0 ? write(file, pieces[0].iov_base, pieces[0].iov_len) : 0;
}

static int synced(int file, int (*real)(int)) {
    char path[PATH_BYTES];
    if (!path_of(file, path)) return real(file);
    pthread_mutex_lock(&lock);
    int how = failure();
    uint64_t until = numbers;
    pthread_mutex_unlock(&lock);
    if (how) return failed(how == FAIL_SHORT ? FAIL_FULL : how);
    int done = real(file);
    if (done == 0 && !page[LIES]) forget(file, until, path);
    return done;
}

int fsync(int file) { return synced(file, real_fsync); }
int fdatasync(int file) { return synced(file, real_fdatasync); }

int ftruncate64(int file, off64_t size) {
    char path[PATH_BYTES];
    if (!path_of(file, path)) return real_ftruncate(file, size);
    pthread_mutex_lock(&lock);
    int how = failure();
    int done = how ? failed(how) : 0;
    if (!how) {
        remember(file, path, size, 0, 1);
        done = real_ftruncate(file, size);
    }
    int kept = errno;
    pthread_mutex_unlock(&lock);
    errno = kept;
    return done;
}

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

/* Remembers a name that the disk does not know yet. */
static void named(const char *path, const char *former) {
    struct name *it = calloc(1, sizeof *it);
    snprintf(it->path, sizeof it->path, "%s", path);
    snprintf(it->former, sizeof it->former, "%s", former);
    pthread_mutex_lock(&lock);
    it->older = newest_name;
    newest_name = it;
    pthread_mutex_unlock(&lock);
}

static int opened(int at, const char *path, int flags, mode_t mode) {
    int is_new = (flags & O_CREAT) && path[0] == '/' && is_ours(path) && access(path, F_OK) != 0;
    int file = at == AT_FDCWD ? real_open(path, flags, mode) : real_openat(at, path, flags, mode);
    if (is_new && file >= 0) named(path, "");
    return file;
}

static mode_t mode_of(int flags, va_list rest) {
    return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(rest, mode_t) : 0;
}

#define OPENS(name)                                                \
    int name(const char *path, int flags, ...) {                   \
        va_list rest;                                              \
        va_start(rest, flags);                                     \
        mode_t mode = mode_of(flags, rest);                        \
        va_end(rest);                                              \
        return opened(AT_FDCWD, path, flags, mode);                \
    }
#define OPENS_AT(name)                                             \
    int name(int at, const char *path, int flags, ...) {           \
        va_list rest;                                              \
        va_start(rest, flags);                                     \
        mode_t mode = mode_of(flags, rest);                        \
        va_end(rest);                                              \
        return opened(at, path, flags, mode);                      \
    }
OPENS(open)
OPENS(open64)
OPENS_AT(openat)
OPENS_AT(openat64)

int rename(const char *former, const char *path) {
    int is_new = is_ours(path) && access(path, F_OK) != 0;
    int done = real_rename(former, path);
    if (done || !is_ours(path)) return done;
    pthread_mutex_lock(&lock);
    for (struct undo *it = newest; it; it = it->older)
        if (!strcmp(it->path, former)) snprintf(it->path, sizeof it->path, "%s", path);
    for (struct name *it = newest_name; it; it = it->older)
        if (!strcmp(it->path, former)) snprintf(it->path, sizeof it->path, "%s", path);
    pthread_mutex_unlock(&lock);
    if (is_new) named(path, former);
    return done;
}

int clock_gettime(clockid_t which, struct timespec *now) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
    int done = real(which, now);
    if (done == 0 && which == CLOCK_REALTIME && page) now->tv_sec += page[CLOCK];
    return done;
}
