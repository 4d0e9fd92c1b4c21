/* An opened index and its overlay, for what changes them. */
#pragma once

#include "names/index_overlay.h"
#include "names/index_overlay_file.h"

struct rt_overlaid {
    rt_index *base;
    rt_overlay_file over; /* at NULL: nothing lies over the index */
};
