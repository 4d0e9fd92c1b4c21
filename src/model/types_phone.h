/* The table of telephone numbers, written from data/phones.yaml. Only types_phone.c uses it. */
#pragma once

#include <stddef.h>

/* Patterns are regular expressions over national numbers. */
typedef struct rt_phone_region {
    const char *calling_code;
    const char *all;     /* every number of the region */
    const char *used;    /* those of the kinds that are in use */
    const char *leading; /* what the region's numbers begin with where several share a calling code, or NULL */
    const char *prefix;  /* dialled before a national number at home, or NULL */
} rt_phone_region;

/* Sorted by calling code; regions of one code in the order in which they are tried. */
extern const rt_phone_region rt_phone_regions[];
extern const size_t rt_phone_region_count;
