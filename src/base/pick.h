/* What drawers pick out of the object of a view, by keys as they stand in the code. Names are short: each drawer says
 * them on every line. */
#pragma once

#include "base/value.h"

static inline const rt_value *get(const rt_value *v, const char *key) { return rt_value_get(v, rt_str_of(key)); }
static inline rt_str text(const rt_value *v, const char *key) { return rt_value_get_text(v, rt_str_of(key)); }
static inline int64_t integer(const rt_value *v, const char *key) { return rt_value_get_int(v, rt_str_of(key)); }
static inline bool is_set(const rt_value *v, const char *key) { return rt_value_get_bool(v, rt_str_of(key)); }
