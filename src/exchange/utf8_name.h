/* Names of files as the log takes them. */
#pragma once

#include "base/str.h"

/* A file may be named by any bytes, the log takes UTF-8: what is none becomes U+FFFD. */
rt_str rt_utf8_name(rt_arena *arena, rt_str name);
