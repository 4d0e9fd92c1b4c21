/* A reading asked as if two were one, or were not: a question about what would follow, never a judgement. */
#pragma once

#include "base/value.h"
#include "store/lens.h"

/* What is asked: each text is A=B (names, aliases or ids), or names a hypothesis that two are one. */
typedef struct rt_as_if {
    rt_strs same, apart;
} rt_as_if;

/* Opens a lens that supposes it. Who is meant is found through the lens without it, so that a name, an id or a
 * hypothesis that its reader may not see is RT_ABSENT, as anywhere. RT_USAGE for a text that is neither, RT_BAD for a
 * name of several, or a hypothesis of something else. What `spec` supposes is left aside. */
RT_RESULT rt_as_if_open(rt_store *store, const rt_lens_spec *spec, const rt_as_if *asked, rt_arena *arena,
                        rt_lens **lens, rt_error *err);

/* Puts `as_if` into an object where the lens supposes something: [{as: "same"/"apart", a, b, hypothesis, judged,
 * overrides[]}]; `judged` is what counts of the pair itself, `overrides` which other judgements are set aside. */
RT_RESULT rt_as_if_put(rt_lens *lens, rt_arena *arena, rt_value *object, rt_error *err);
