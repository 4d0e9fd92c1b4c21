#include "model/sent.h"

#include "model/grades.h"
#include "model/handling.h"

/* --- through which lens ------------------------------------------------------------------------------------------- */

typedef struct part {
    rt_str name;
    bool (*check)(rt_str value, const char **why); /* NULL: any text */
} part;

static const part parts[] = {
    {RT_S_INIT("clear"), rt_is_handling}, {RT_S_INIT("at"), rt_is_edtf}, {RT_S_INIT("said-by"), rt_is_edtf},
    {RT_S_INIT("as-of"), NULL},           {RT_S_INIT("source"), NULL},   {RT_S_INIT("as-if-same"), NULL},
    {RT_S_INIT("as-if-apart"), NULL},
};

/* The text behind "NAME="; empty when it is another's. */
static rt_str value_of(rt_str s, rt_str name) {
    const bool is = rt_str_starts(s, name) && s.len > name.len + 1 && s.at[name.len] == '=';
    return is ? rt_str_from(s, name.len + 1) : (rt_str){"", 0};
}

bool rt_is_through(rt_str s, const char **why) {
    const char *unused;
    *why = "clear, at, said-by, as-of, source, as-if-same or as-if-apart, and =VALUE";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const rt_str value = value_of(s, parts[i].name);
        if (value.len > 0) return parts[i].check == NULL || parts[i].check(value, &unused);
    }
    return false;
}

bool rt_through_next(rt_strs through, const char *name, size_t *at, rt_str *value) {
    for (; *at < through.n; (*at)++) {
        *value = value_of(through.at[*at], rt_str_of(name));
        if (value->len > 0) return (*at)++, true;
    }
    return false;
}

rt_str rt_through_value(rt_strs through, const char *name) {
    size_t at = 0;
    rt_str value;
    return rt_through_next(through, name, &at, &value) ? value : (rt_str){"", 0};
}

/* --- as what ------------------------------------------------------------------------------------------------------ */

typedef struct carrier {
    const char *format;
    rt_carries carries;
} carrier;

static const carrier carriers[] = {
    {"backup", RT_CARRIES_FILE}, {"jsonl", RT_CARRIES_ENTRIES},       {"documents", RT_CARRIES_DOCUMENTS},
    {"ftm", RT_CARRIES_VALUES},  {"statements", RT_CARRIES_CLUSTERS}, {"statements-jsonl", RT_CARRIES_CLUSTERS},
};

rt_carries rt_format_carries(rt_str format) {
    for (size_t i = 0; i < sizeof carriers / sizeof *carriers; i++)
        if (rt_str_is(format, carriers[i].format)) return carriers[i].carries;
    return RT_CARRIES_SOME;
}
