/* The case as a graph that a search walks through: entities, and hops between them. A hop is a tie as far as light
 * reading tells (store/near.h): whether it counts, held on the day asked for, and how well it is supported is known
 * when its entities are read (tie.h); until then it may count, and its support is at most this. What is reached is read
 * when it is asked for, and once. */
#pragma once

#include "analysis/tie.h"
#include "base/slots.h"
#include "store/near.h"

/* What joins two, by kinds that may be left out. */
typedef enum rt_hop_kind {
    RT_HOP_RELATION, /* kin, membership, employment, ... */
    RT_HOP_EVENT,
    RT_HOP_PRESENCE, /* two events at one place at the same time */
    RT_HOP_ADDRESS,
    RT_HOP_PLACE, /* where an event was */
    RT_HOP_DOCUMENT,
    RT_HOP_OTHER, /* an exhibit, a hypothesis, ... */
    RT_HOP_KINDS,
} rt_hop_kind;

/* "relations", "events", ...: NULL-terminated. */
extern const char *const rt_hop_kind_names[];

/* The kind of a tie that a holder of this schema makes by this property (of a relation: any). NULL: not known. */
rt_hop_kind rt_hop_kind_of(const rt_schema *holder, const rt_prop *prop);

typedef struct rt_hop {
    struct rt_stop *to;
    int64_t holder; /* the number of the entity whose statements make it */
    rt_hop_kind kind;
    size_t most;       /* its support is at most this */
    const rt_tie *tie; /* of two events that meet: read in full at once; else NULL */
} rt_hop;

/* An entity on the way. */
typedef struct rt_stop {
    int64_t number;   /* of its first id */
    int64_t *members; /* all its numbers */
    size_t member_count;
    rt_hop *hops; /* in the order in which the log tells of them */
    size_t hop_count;
    bool is_event;
    bool read, more; /* more: it has more than are read */
    /* Of whoever walks here. */
    size_t mark;
    int far[2];
    struct rt_step_back *back[2];
} rt_stop;

typedef struct rt_hops {
    rt_arena *arena;
    rt_reading *r;
    rt_near *near;
    rt_meeters *meeters; /* NULL: events don't meet */
    bool denied;         /* hops also over what nobody says is so: denied, taken back */
    bool as_nodes;       /* relations are stops of their own beside the hops over them */
    rt_slots numbers;    /* of all members: their stops' places in `all` */
    rt_stop **all;
    size_t n, read; /* how many were met, how many were read */
} rt_hops;

/* The stop of an entity's number. */
RT_RESULT rt_hops_stop(rt_hops *hops, int64_t number, rt_stop **stop, rt_error *err);

/* Reads its hops: of those who name it the first 4,096 statements, of events that it meets the first 32. */
RT_RESULT rt_hops_read(rt_hops *hops, rt_stop *stop, rt_error *err);
