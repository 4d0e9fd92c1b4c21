/* Who or what is compared: the names of one entity and the properties that tell entities apart. */
#pragma once

#include "names/name.h"

/* One property of a subject as text: `prop` names a FollowTheMoney property. */
typedef struct rt_trait {
    rt_str prop, value;
} rt_trait;

typedef struct rt_subject {
    rt_str id, schema, caption;
    rt_strs names;    /* name, alias, weakAlias and so on; the caption among them */
    rt_trait *traits; /* birthDate, nationality, country, citizenship, gender, birthPlace, idNumber, passportNumber,
                         taxNumber, registrationNumber, leiCode, imoNumber, swiftBic, innCode, ogrnCode, address,
                         incorporationDate, ... */
    size_t trait_count;
} rt_subject;

/* Whether a property is kept as a trait (those above; the list is one table). */
bool rt_trait_counts(rt_str prop);
bool rt_prop_names(rt_str prop); /* name, alias, weakAlias, previousName, ... */
