/* Identity numbers: an equal passport or register number proposes an entry whatever its names are. */
#pragma once

#include "names/index_layout.h"
#include "names/subject.h"

/* Appends an rt_index_keyed for each identity number of the subject: the hash of its letters and digits, and the number
 * given. */
void rt_index_numbers_add(const rt_subject *subject, uint32_t number, rt_buf *out);
