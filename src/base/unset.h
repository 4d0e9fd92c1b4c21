/* Locals that are written before they are read, and are too large to be zeroed first at each call as the build does
 * with all others. Only for arrays in inner loops whose every cell is provably written first. */
#pragma once

#if defined __has_attribute
#if __has_attribute(uninitialized)
#define RT_UNSET __attribute__((uninitialized))
#endif
#endif
#ifndef RT_UNSET
#define RT_UNSET
#endif
