/* Numbers for what repeats: entities, kinds (schema and property), provenances. Private to src/store; for writers. */
#pragma once

#include "base/slots.h"
#include "model/entry.h"
#include "store/case.h"

typedef struct rt_intern {
    rt_store *store;
    sqlite3_stmt *find_entity, *make_entity, *find_kind, *make_kind, *find_provenance, *make_provenance;
    /* the last one asked for: lists come entity by entity, from one source */
    rt_buf last_entity, last_provenance, scratch;
    int64_t last_entity_id, last_provenance_id;
    rt_slots kinds; /* their numbers in the store, by schema and property */
} rt_intern;

RT_RESULT rt_intern_open(rt_intern *in, rt_store *store, rt_error *err);
void rt_intern_close(rt_intern *in);

/* The number of what is named so; it is made when there is none yet. */
RT_RESULT rt_intern_entity(rt_intern *in, rt_str name, int64_t *id, rt_error *err);
RT_RESULT rt_intern_kind(rt_intern *in, rt_str schema, rt_str prop, int64_t *id, rt_error *err);

/* Of the fields of e that say who, where, when and for whose eyes. */
RT_RESULT rt_intern_provenance(rt_intern *in, const rt_entry *e, int64_t *id, rt_error *err);
