/* The script that an argument of a tool names. */
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "names/letters.h"

/* Ends the program when no script is called so. */
static inline uint8_t script_named(const char *name) {
    for (unsigned i = 0; i < RT_SCRIPTS; i++)
        if (strcmp(rt_script_name((rt_script)i), name) == 0) return (uint8_t)i;
    fprintf(stderr, "no script is called %s\n", name);
    exit(2);
}
