#include "store/upgrade.h"

#include <stdio.h>
#include <sys/stat.h>

#include "base/grow.h"
#include "store/backup.h"
#include "store/copy.h"
#include "store/pages.h"
#include "store/project.h"
#include "store/sums.h"

/* --- the copy that is kept ------------------------------------------------------------------------------------------
 */

static void name_copy(rt_buf *name, const char *path, int version, int number) {
    rt_buf_clear(name);
    rt_buf_printf(name, "%s.version-%d", path, version);
    if (number > 1) rt_buf_printf(name, ".%d", number);
    rt_buf_byte(name, '\0');
}

/* A name that is free: an upgrade that was cut off may have left its copy. */
static void find_name(rt_buf *name, const char *path, int version) {
    struct stat is;
    int number = 1;
    do name_copy(name, path, version, number);
    while (lstat(name->at, &is) == 0 && ++number < 1000);
}

rt_strs rt_store_kept_copies(const rt_store *store, rt_arena *arena) {
    RT_AUTO(rt_buf) name = {0};
    rt_strs found = {NULL, 0};
    struct stat is;
    for (int version = 1; version < rt_case_layout.version; version++)
        for (int number = 1;; number++) {
            name_copy(&name, store->path, version, number);
            if (lstat(name.at, &is) != 0) break;
            found.at = rt_grow(arena, found.at, found.n, sizeof *found.at);
            found.at[found.n++] = rt_str_copy(arena, rt_str_of(name.at));
        }
    return found;
}

/* Through a connection of its own, which sees what stood there before anything was begun. */
static rt_status copy_aside(rt_store *store, const char *to, rt_error *err) {
    sqlite3 *source = NULL;
    rt_status s = rt_connect(store->path, SQLITE_OPEN_READWRITE, &store->minder, &source, err);
    if (s.code == RT_OK) s = rt_copy_make(source, to, false, &store->minder, NULL, err);
    sqlite3_close(source);
    return s;
}

static rt_status keep_copy(rt_store *store, int version, int newest, rt_error *err) {
    RT_AUTO(rt_buf) name = {0};
    RT_AUTO(rt_buf) message = {0};
    find_name(&name, store->path, version);
    RT_TRY(copy_aside(store, name.at, err));
    rt_buf_printf(&message, "%s is of version %d and is brought to version %d; what it was is kept in %s", store->path,
                  version, newest, name.at);
    rt_buf_byte(&message, '\0');
    if (store->minder.tell != NULL) store->minder.tell(store->minder.to, message.at);
    return rt_ok;
}

/* --- a step ---------------------------------------------------------------------------------------------------------
 */

static rt_status find_part(sqlite3 *db, const rt_part *part, rt_buf *drop, bool *there, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    RT_TRY(rt_sql_prepare(db, "SELECT 'DROP ' || type || ' \"' || name || '\"' FROM sqlite_schema WHERE sql = ?1",
                          &s.at, err));
    rt_sql_bind_text(s.at, 1, rt_str_of(part->sql));
    RT_TRY(rt_sql_step(s.at, there, err));
    rt_buf_clear(drop);
    if (*there) rt_buf_add(drop, rt_sql_text(s.at, 0));
    rt_buf_byte(drop, '\0');
    return rt_ok;
}

/* Makes what begins by this version, or drops what ends by it; what is so already stays as it is. */
static rt_status settle_parts(sqlite3 *db, const rt_layout *layout, int version, bool make, rt_error *err) {
    RT_AUTO(rt_buf) drop = {0};
    bool there;
    for (size_t i = 0; i < layout->n; i++) {
        const rt_part *part = &layout->parts[i];
        if ((make ? part->since : part->until) != version || part->along) continue;
        RT_TRY(find_part(db, part, &drop, &there, err));
        if (there != make) RT_TRY(rt_sql_run(db, make ? part->sql : drop.at, err));
    }
    return rt_ok;
}

static const rt_step *step_to(const rt_layout *layout, int version) {
    static const rt_step nothing = {0};
    for (const rt_step *s = layout->steps; s->to != 0; s++)
        if (s->to == version) return s;
    return &nothing;
}

static rt_status take_step(sqlite3 *db, const rt_layout *layout, int version, rt_error *err) {
    const rt_step *step = step_to(layout, version);
    if (step->sql != NULL) RT_TRY(rt_sql_run(db, step->sql, err));
    RT_TRY(settle_parts(db, layout, version, true, err));
    if (step->change != NULL) RT_TRY(step->change(db, err));
    RT_TRY(settle_parts(db, layout, version, false, err));
    return rt_layout_check(db, layout, version, err);
}

/* --- sums of pages --------------------------------------------------------------------------------------------------
 */

/* Room for them comes only when the file is written anew, which no transaction may hold. It stays a case of the earlier
 * version until the steps are taken, and so nobody checks its sums; whatever ends this, it is done again. The -wal goes
 * into the file at once, so that whoever opens it from now on knows that there is room. */
static rt_status write_with_sums(rt_store *store, rt_error *err) {
    rt_sums_reserve(store->db);
    RT_TRY(rt_sql_run(store->db, "PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY", err));
    return rt_connect_settle(store->db,
                             "another program reads the case as it was, so it can't be brought up: try again when that "
                             "program is done",
                             err);
}

/* --- all of them ----------------------------------------------------------------------------------------------------
 */

static rt_status derive(rt_store *store, bool asked, rt_error *err) {
    bool current;
    RT_TRY(rt_projections_are_current(store, &current, err));
    if (current && !asked) return rt_ok;
    RT_TRY(rt_store_load(store, err));
    return rt_projections_fill(store, err);
}

/* What follows has the right to write, which was waited for: somebody else may have done it all. */

static rt_status keep(rt_store *store, const rt_layout *layout, rt_error *err) {
    int version;
    RT_TRY(rt_layout_version(store->db, layout, &version, err));
    if (version == layout->version) return rt_ok;
    RT_TRY(rt_layout_check(store->db, layout, version, err));
    return keep_copy(store, version, layout->version, err);
}

/* Before the version promises it. */
static rt_status check_sums(rt_store *store, rt_error *err) {
    rt_pages found = {0};
    RT_TRY(rt_pages_look(store->db, &store->minder, 0, 1, &found, err));
    return found.damaged == 0 ? rt_ok
                              : rt_fail(err, RT_BUSY,
                                        "an earlier program wrote to the case while it was brought up; end that "
                                        "program, and try again");
}

static rt_status bring_up(rt_store *store, const rt_layout *layout, rt_error *err) {
    int version;
    bool rebuild = false;
    RT_TRY(rt_layout_version(store->db, layout, &version, err));
    if (version == layout->version) return rt_ok;
    RT_TRY(rt_layout_check(store->db, layout, version, err));
    if (version < RT_SUMS_SINCE) RT_TRY(check_sums(store, err));
    for (int to = version + 1; to <= layout->version; to++) {
        RT_TRY(take_step(store->db, layout, to, err));
        rebuild = rebuild || step_to(layout, to)->rebuild;
    }
    RT_TRY(derive(store, rebuild, err));
    return rt_layout_mark(store->db, layout->version, err);
}

typedef rt_status work(rt_store *store, const rt_layout *layout, rt_error *err);

static rt_status in_transaction(rt_store *store, const rt_layout *layout, work *do_it, rt_error *err) {
    RT_TRY(rt_connect_begin(store->db, &store->minder, err));
    rt_status s = do_it(store, layout, err);
    if (s.code == RT_OK) s = rt_sql_run(store->db, "COMMIT", err);
    if (s.code != RT_OK) sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return s;
}

static rt_status keep_and_bring_up(rt_store *store, const rt_layout *layout, rt_error *err) {
    RT_TRY(keep(store, layout, err));
    return bring_up(store, layout, err);
}

rt_status rt_upgrade(rt_store *store, const rt_layout *layout, rt_error *err) {
    int version;
    RT_TRY(rt_layout_version(store->db, layout, &version, err));
    if (version >= RT_SUMS_SINCE) return in_transaction(store, layout, keep_and_bring_up, err);
    RT_TRY(in_transaction(store, layout, keep, err));
    RT_TRY(write_with_sums(store, err));
    return in_transaction(store, layout, bring_up, err);
}
