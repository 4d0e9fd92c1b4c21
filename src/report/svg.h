/* A picture as SVG 1.1: no script, no link, nothing from outside; the same picture gives the same bytes. */
#pragma once

#include "base/buf.h"
#include "report/picture.h"

/* The element <svg>, for a page to hold; `id` (letters and digits) tells its title and description from those of other
 * pictures on the page. */
void rt_svg_write(rt_buf *out, const rt_picture *p, const char *id);

/* A whole file. */
void rt_svg_file(rt_buf *out, const rt_picture *p);
