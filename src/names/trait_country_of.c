/* Countries that are no more, territories and disputed ones: with which others their people may be written. */
#include "names/trait_country.h"

/* In either order. A hyphen's front ("ua-cri": ua) needs no row. */
static const char *const related[] = {
    "suhh ru", "suhh ua",   "suhh by",   "suhh kz",   "suhh uz",  "suhh tm",  "suhh tj",    "suhh kg",   "suhh ge",
    "suhh am", "suhh az",   "suhh md",   "suhh lt",   "suhh lv",  "suhh ee",  "yucs rs",    "yucs me",   "yucs hr",
    "yucs si", "yucs ba",   "yucs mk",   "yucs xk",   "csxx rs",  "csxx me",  "csxx xk",    "yucs csxx", "cshh cz",
    "cshh sk", "xk rs",     "hk cn",     "mo cn",     "tw cn",    "sd ss",    "er et",      "tl id",     "ps il",
    "eh ma",   "pr us",     "gu us",     "vi us",     "gg gb",    "je gb",    "im gb",      "vg gb",     "ky gb",
    "bm gb",   "gi gb",     "cw nl",     "aw nl",     "gl dk",    "fo dk",    "re fr",      "gp fr",     "mq fr",
    "gf fr",   "ua-cri ru", "ua-dpr ru", "ua-lpr ru", "az-nk am", "ge-ab ru", "cy-trnc tr", "md-pmr ru",
};

static rt_str front(rt_str code) {
    rt_str rest = code, part;
    return rt_str_split(&rest, RT_S("-"), &part) ? part : code;
}

static bool row(rt_str both, rt_str a, rt_str b) {
    return both.len == a.len + 1 + b.len && rt_str_starts(both, a) && both.at[a.len] == ' ' && rt_str_ends(both, b);
}

bool rt_country_related(rt_str a, rt_str b) {
    if (rt_str_eq(front(a), front(b))) return true;
    for (size_t i = 0; i < sizeof related / sizeof *related; i++) {
        const rt_str both = rt_str_of(related[i]);
        if (row(both, a, b) || row(both, b, a)) return true;
    }
    return false;
}
