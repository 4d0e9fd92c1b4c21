#include "names/subject.h"

#include "names/trait.h"

bool rt_trait_counts(rt_str prop) { return rt_trait_prop_named(prop) != NULL; }

/* firstName, lastName and the like are parts of a name, not names: who makes a subject joins them where there is no
 * name. */
bool rt_prop_names(rt_str prop) {
    static const rt_str names[] = {RT_S_INIT("name"), RT_S_INIT("alias"), RT_S_INIT("weakAlias"),
                                   RT_S_INIT("previousName"), RT_S_INIT("abbreviation")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (rt_str_eq(names[i], prop)) return true;
    return false;
}
