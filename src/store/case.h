/* What an open case holds in memory. Private to src/store. */
#pragma once

#include "model/schema.h"
#include "store/sql.h"
#include "store/store.h"

/* A schema and one of its properties, as statements name them. */
typedef struct rt_kind {
    rt_str schema, prop;  /* the schema's own texts where it knows the property: they outlive the store */
    const rt_prop *known; /* what the schema says of it; NULL where it does not know it */
    unsigned stay_part;   /* what it is to a stay: see stays.h */
} rt_kind;

struct rt_store {
    sqlite3 *db;
    char *path;
    rt_minder minder;
    rt_arena arena; /* lives as long as the store */
    rt_str origin;
    bool current;
    rt_hasher *hasher;
    rt_buf scratch;
    rt_kind *kinds; /* by id; those that are not there have no prop */
    size_t kind_count, kind_room;
};

/* The kind with this id, or NULL. */
const rt_kind *rt_store_kind(const rt_store *store, int64_t id);

/* Remembers a kind that was found or made. */
void rt_store_remember_kind(rt_store *store, int64_t id, rt_str schema, rt_str prop);

/* Loads what is kept in memory, once the file is of the newest version. */
RT_RESULT rt_store_load(rt_store *store, rt_error *err);
