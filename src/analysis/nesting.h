/* Facility within place within country: what a place is said to be within (its address, town, country; a block's camp),
 * and what is within it. A stay at a facility is also one in its town and its country. */
#pragma once

#include "analysis/site.h"

/* Reads site->nesting: the wider places of the site, of these the wider ones too, narrowest first.
 *
 * An address that ends in the name of a country is within the town that stands before it ("Laeken, Brussels, Belgium"
 * is in Brussels). A parent counts where somebody is said to have been there as well: a ministry is no place of its
 * prisons. */
RT_RESULT rt_site_around(rt_reading *r, rt_sites *sites, const rt_site *site, rt_error *err);

/* Reads what is inside it, itself first, at most 10,000 places: site->nesting->inside. */
RT_RESULT rt_site_inside(rt_reading *r, rt_sites *sites, const rt_site *site, rt_error *err);

/* The narrowest place up to a level that both are at or within; NULL where there is none, or nobody says. Both have
 * been read by rt_site_around. */
const rt_site *rt_site_common(const rt_site *a, const rt_site *b, rt_level widest);

/* Whether it is another, or within that; what says so: no statements for itself. */
bool rt_site_is_within(const rt_site *site, const rt_site *wider);
rt_wider rt_site_within(const rt_site *site, const rt_site *wider);
