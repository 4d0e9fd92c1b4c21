/* By what the fields of a table are parted. */
#pragma once

#include "base/str.h"

/* The delimiter (one of , ; tab |) by which the first row holds most of the wanted columns; of equals the one that
 * makes most fields; a comma where nothing tells. head is the beginning of the file as UTF-8. */
char rt_csv_delimiter_told(rt_str head, const rt_str *wanted, size_t n);

/* The length of a first line "sep=;", by which Excel is told the delimiter, with its line end; *delimiter is then that.
 * 0: there is none. */
size_t rt_csv_sep_line(rt_str head, char *delimiter);
