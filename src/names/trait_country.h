/* Kinds of tie to a country, and how much it says that two share one. Inside src/names only. */
#pragma once

#include "base/str.h"

typedef enum rt_country_kind { RT_COUNTRY_NATION, RT_COUNTRY_LAW, RT_COUNTRY_TIE } rt_country_kind;

enum {
    RT_COUNTRY_OF_PERSON = 1 << RT_COUNTRY_NATION,
    RT_COUNTRY_OF_LAW = 1 << RT_COUNTRY_LAW,
    RT_COUNTRY_ANY = RT_COUNTRY_OF_PERSON | RT_COUNTRY_OF_LAW | 1 << RT_COUNTRY_TIE,
};

typedef struct rt_country_share {
    const char *code;
    float info;
} rt_country_share;

/* data/names/countries.txt as tools/traits_gen.py compiled it, by code; the last row is every other country. */
extern const rt_country_share rt_country_shares[];
extern const size_t rt_country_share_count;

/* -ln of the share of people and organisations that have it, in nats. */
double rt_country_info(rt_str code);

/* Whether one is a part or a successor of the other, or both claim the same people: then different codes say nothing.
 */
bool rt_country_related(rt_str a, rt_str b);
