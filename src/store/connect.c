#include "store/connect.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "store/sums.h"

/* --- waiting and stopping -------------------------------------------------------------------------------------------
 */

/* Sleeps 1, 2, 3 ... milliseconds, and then SLEEP each time. */
enum { SLEEP = 50, SILENT = 1000 };

static int sleep_of(int attempt) { return attempt < SLEEP ? attempt + 1 : SLEEP; }

static int waited_before(int attempt) {
    const int rising = attempt < SLEEP ? attempt : SLEEP;
    return rising * (rising + 1) / 2 + (attempt - rising) * SLEEP;
}

static void tell_of_waiting(const rt_minder *minder, int seconds) {
    char text[160];
    if (minder->tell == NULL) return;
    snprintf(text, sizeof text, "waiting for another program that writes to the case (for at most %d seconds)",
             seconds);
    minder->tell(minder->to, text);
}

/* SQLite's busy handler: 0 gives up. */
static int wait_longer(void *self, int attempt) {
    const rt_minder *minder = self;
    const int seconds = minder->wait == 0 ? RT_WAIT_SECONDS : minder->wait < 0 ? 0 : minder->wait;
    const int waited = waited_before(attempt);
    if (waited >= 1000 * seconds || rt_minder_stops(minder)) return 0;
    if (waited < SILENT && waited + sleep_of(attempt) >= SILENT) tell_of_waiting(minder, seconds);
    nanosleep(&(struct timespec){.tv_nsec = sleep_of(attempt) * 1000000L}, NULL);
    return 1;
}

/* SQLite's progress handler. */
static int is_stopped(void *self) {
    const rt_minder *minder = self;
    if (minder->at != NULL) rt_minder_progress(minder, minder->at, -1, -1);
    return rt_minder_stops(minder);
}

static void be_minded(sqlite3 *db, rt_minder *minder) {
    enum { STEPS_BETWEEN = 20000 }; /* of SQLite's machine: some milliseconds */
    sqlite3_busy_handler(db, wait_longer, minder);
    sqlite3_progress_handler(db, minder->stop != NULL ? STEPS_BETWEEN : 0, is_stopped, minder);
}

/* --- connecting -------------------------------------------------------------------------------------------------- */

/* A hostile file runs no code: no functions from its schema, no writes to its internals, no memory maps. */
static rt_status defend(sqlite3 *db, rt_error *err) {
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024);
    return rt_sql_run(db,
                      "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA cache_size = -40960; PRAGMA "
                      "temp_store = MEMORY; PRAGMA foreign_keys = OFF",
                      err);
}

static void once_for_all(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    rt_sums_register();
}

rt_status rt_connect(const char *path, int flags, rt_minder *minder, sqlite3 **db, rt_error *err) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, once_for_all);
    const int code = sqlite3_open_v2(
        path, db, (flags & ~RT_CONNECT_UNCHECKED) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, RT_SUMS_VFS);
    if (*db == NULL) rt_no_memory(0);
    if (code != SQLITE_OK) return rt_sql_failure(*db, err);
    rt_sums_check(*db, "main", !(flags & RT_CONNECT_UNCHECKED));
    be_minded(*db, minder);
    return defend(*db, err);
}

rt_status rt_connect_still(const char *path, int flags, rt_minder *minder, sqlite3 **db, rt_error *err) {
    rt_buf uri = {0};
    rt_buf_add(&uri, RT_S("file:"));
    for (const char *p = path; *p != 0; p++) {
        if (strchr("%?#", *p) != NULL)
            rt_buf_printf(&uri, "%%%02x", (unsigned char)*p);
        else
            rt_buf_byte(&uri, *p);
    }
    rt_buf_add(&uri, (rt_str){"?immutable=1\0", 13});
    sqlite3_close(*db);
    const rt_status s = rt_connect(uri.at, flags | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, minder, db, err);
    rt_buf_close(&uri);
    return s;
}

/* --- writing --------------------------------------------------------------------------------------------------------
 */

rt_status rt_connect_settle(sqlite3 *db, const char *busy, rt_error *err) {
    int64_t others;
    RT_TRY(rt_sql_number(db, "PRAGMA wal_checkpoint(TRUNCATE)", 0, &others, err));
    return others == 0 ? rt_ok : rt_fail(err, RT_BUSY, "%s", busy);
}

rt_status rt_connect_begin(sqlite3 *db, const rt_minder *minder, rt_error *err) {
    const rt_status s = rt_sql_run(db, "BEGIN IMMEDIATE", err);
    return s.code == RT_BUSY && rt_minder_stops(minder) ? rt_sql_stopped(err) : s;
}

void rt_connect_remove(const char *path) {
    static const char *const suffixes[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        RT_AUTO(rt_buf) file = {0};
        rt_buf_printf(&file, "%s%s", path, suffixes[i]);
        rt_buf_byte(&file, '\0');
        unlink(file.at);
    }
}
