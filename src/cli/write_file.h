/* Files that commands make for people: whole or not at all. */
#pragma once

#include "base/str.h"

/* Writes the file beside its place and moves it there when all of it is on the disk, so that a reader sees the old one
 * or the new one, whatever happens in between. RT_BAD when a case stands there: nothing is written over one. */
RT_RESULT rt_write_file(rt_arena *arena, rt_str path, rt_str bytes, rt_error *err);
