/* What random cases are asked: every view, about somebody, with all that it takes besides. */
#pragma once

#include "analysis/random_case.h"

static inline rt_str a_name(random_case *c, world *w) {
    return rt_str_printf(&w->arena, "%s %s", PICK(c, given_names), PICK(c, family_names));
}

/* Somebody or something: by id, by name, hidden, or not there. */
static inline rt_str anybody(random_case *c, world *w) {
    static const char *const all[] = {"p", "p", "p", "c", "o", "d", "h", "x", "m", "a"};
    switch (chance(c, 8)) {
    case 0:
    case 3: return a_name(c, w);
    case 1: return chance(c, 3) == 0 ? RT_S("ghost") : RT_S("Usama Atar");
    case 2: return c->entries[chance(c, (unsigned)c->n)].e.id;
    default: return random_id(c, w, PICK(c, all));
    }
}

static inline rt_str a_statement(random_case *c) {
    if (chance(c, 3) == 0) return c->grounds[chance(c, (unsigned)c->n_grounds)];
    for (;;) {
        const made *m = &c->entries[chance(c, (unsigned)c->n)];
        if (m->e.type == RT_STATEMENT) return m->e.id;
    }
}

/* Words of values, quotes and papers, alone and together. */
static inline rt_str words_looked_for(random_case *c, world *w) {
    static const char *const all[] = {
        "ali", "omar",       "a*",       "seen rome",         "ill OR banned",  "\"was seen\"",
        "the", "ali NOT is", "passport", "ali source:file-a", "the prop:notes", "camp source:paper.txt"};
    return chance(c, 4) == 0 ? a_name(c, w) : rt_str_of(PICK(c, all));
}

static inline rt_view_args random_question(random_case *c, world *w, const rt_view *view) {
    const size_t most = view->most < view->least + 2 ? view->most : view->least + 2;
    const size_t n = view->least + chance(c, (unsigned)(most - view->least) + 1);
    rt_view_args args = {.who = {RT_NEW_N(&w->arena, rt_str, n + 1), n}};
    for (size_t i = 0; i < n; i++) args.who.at[i] = anybody(c, w);
    if (n > 0 && (strcmp(view->name, "statement") == 0 || (strcmp(view->name, "corroboration") == 0 && chance(c, 2))))
        args.who.at[0] = a_statement(c);
    if (strcmp(view->name, "history") == 0 && c->chance % 2 == 0) /* a name that several bear */
        args.who.at[0] = rt_str_printf(&w->arena, "%s %s", given_names[c->chance / 2 % 4], family_names[c->chance % 5]);
    if (n > 0 && strcmp(view->name, "editions") == 0) args.who.at[0] = rt_str_of(PICK(c, datasets));
    if (strcmp(view->name, "search") == 0) args.words = words_looked_for(c, w);
    if (chance(c, 3) == 0) args.edition = rt_str_of(PICK(c, days_of_editions));
    args.since = rt_str_of(days_of_recording[c->chance % 4]);
    args.all = c->chance % 3 == 0;
    if (strcmp(view->name, "matches") == 0) args.who.at[0] = rt_str_of(datasets[c->chance / 5 % 4]);
    if (strcmp(view->name, "matches") == 0 && c->chance / 7 % 2 == 0) args.since = RT_S("");
    if (chance(c, 3) == 0) args.depth = 2;
    if (args.depth == 2) args.slices = RT_S("year");
    if (chance(c, 3) == 0) args.on = RT_S("2009");
    args.relations = chance(c, 4) == 0;
    if (chance(c, 3) == 0) args.during = chance(c, 2) == 0 ? RT_S("2005") : RT_S("../..");
    if (chance(c, 3) == 0) args.within = chance(c, 2) == 0 ? RT_S("place") : RT_S("country");
    if (chance(c, 3) == 0) args.due = RT_S("P6M");
    return args;
}
