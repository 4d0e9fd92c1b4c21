/* Many byte strings looked for at once. A string shorter than RT_TRACE_LEAST is met by accident in any large file and
 * is not looked for; of a longer one than RT_TRACE_MOST its beginning is. Private to src/store. */
#pragma once

#include "base/str.h"

enum { RT_TRACE_LEAST = 5, RT_TRACE_MOST = 256 };

typedef struct rt_traces rt_traces;

rt_traces *rt_traces_new(void);
void rt_traces_free(rt_traces *t); /* NULL is fine */

/* The bytes are copied. `group`: what is told when they are met. */
void rt_traces_add(rt_traces *t, rt_str bytes, size_t group);

/* The group under which these very bytes are looked for already; false when they are not. */
bool rt_traces_find(const rt_traces *t, rt_str bytes, size_t *group);

/* Called for each place at which one of them stands, with its length. */
typedef void rt_traces_met(void *to, size_t group, size_t at, size_t len);

/* O(bytes), and O(strings that begin alike) where one may stand. */
void rt_traces_look(const rt_traces *t, rt_str bytes, rt_traces_met *met, void *to);
