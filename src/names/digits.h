/* Digits that stand for the letters they look like: "M0hamed", "HA5SAN", as scanners and hasty fingers write them. */
#pragma once

#include "names/letters.h"

bool rt_has_digits(rt_str latin);

/* What a word (a-z, 0-9) with a digit or two among its letters reads when they are taken for letters: "ma1ik" is
 * "malik" and "maiik". Numbers and codes ("b52", "iso9001", "unit4") read as nothing else. Returns how many readings
 * were written, each padded with NUL and as long as the word. */
unsigned rt_digits_as_letters(rt_str word, char out[2][RT_TOKEN_LETTERS + 1]);
