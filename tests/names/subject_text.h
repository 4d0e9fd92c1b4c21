/* Subjects for tests of matching in one line: "Person name=Oussama Atar; alias=Usama; birthDate=1984-05-23". */
#pragma once

#include "names/match.h"

static inline void subject_put(rt_arena *arena, rt_subject *subject, rt_str prop, rt_str value) {
    prop = rt_str_copy(arena, prop);
    value = rt_str_copy(arena, value);
    if (rt_prop_names(prop))
        subject->names.at[subject->names.n++] = value;
    else
        subject->traits[subject->trait_count++] = (rt_trait){prop, value};
}

/* Everything lives in the arena. */
static inline rt_subject *subject_of(rt_arena *arena, rt_str text) {
    enum { MOST = 512 };
    rt_subject *subject = RT_NEW(arena, rt_subject);
    rt_str field = {"", 0}, rest = text;
    subject->names.at = RT_NEW_N(arena, rt_str, MOST);
    subject->traits = RT_NEW_N(arena, rt_trait, MOST);
    (void)rt_str_split(&rest, RT_S(" "), &field);
    subject->schema = rt_str_copy(arena, field);
    while (rest.len > 0 && rt_str_split(&rest, RT_S(";"), &field)) {
        rt_str prop, value = rt_str_trim(field);
        if (subject->names.n == MOST || subject->trait_count == MOST) break;
        if (rt_str_split(&value, RT_S("="), &prop)) subject_put(arena, subject, prop, value);
    }
    if (subject->names.n > 0) subject->caption = subject->names.at[0];
    return subject;
}
