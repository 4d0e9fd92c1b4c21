/* Nationality, citizenship and other ties to a country. Two that share a nationality are told apart by it the less the
 * more people have it (data/names/countries.txt). */
#include "names/trait_country.h"
#include "model/country.h"
#include "names/trait.h"

double rt_country_info(rt_str code) {
    size_t low = 0, high = rt_country_share_count - 1; /* the last row is every other one */
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = rt_str_cmp(code, rt_str_of(rt_country_shares[middle].code));
        if (order == 0) return (double)rt_country_shares[middle].info;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return (double)rt_country_shares[rt_country_share_count - 1].info;
}

static bool read_country(rt_arena *arena, rt_trait_value *value) {
    (void)arena;
    return rt_country_code(value->text, &value->key);
}

typedef struct shared {
    const rt_trait_value *a, *b;
    double info;
} shared;

static bool within(unsigned kinds, const rt_trait_value *value) { return (kinds >> value->prop->kind & 1U) != 0; }

/* The rarest country that both sides name, of the kinds that count. */
static shared share(rt_trait_values a, rt_trait_values b, unsigned kinds) {
    shared best = {.info = -1};
    for (size_t i = 0; i < a.n; i++)
        for (size_t j = 0; j < b.n; j++) {
            if (!within(kinds, &a.at[i]) || !within(kinds, &b.at[j]) || !rt_str_eq(a.at[i].key, b.at[j].key)) continue;
            const double info = rt_country_info(a.at[i].key);
            if (info > best.info) best = (shared){&a.at[i], &b.at[j], info};
        }
    return best;
}

static const rt_trait_value *first(rt_trait_values values, unsigned kinds) {
    for (size_t i = 0; i < values.n; i++)
        if (within(kinds, &values.at[i])) return &values.at[i];
    return NULL;
}

static double weight(rt_trait_case which) { return (double)rt_trait_weights[which]; }

static void add(rt_tally *tally, double score, const char *what, const rt_trait_value *a, const rt_trait_value *b,
                const char *meaning) {
    rt_tally_values(tally, rt_feature_country.name, score, what, rt_country_label(a->key), rt_country_label(b->key),
                    meaning);
}

/* Whether a country of one side is related to one of the other. */
static bool related(rt_trait_values a, rt_trait_values b) {
    for (size_t i = 0; i < a.n; i++)
        for (size_t j = 0; j < b.n; j++)
            if (rt_country_related(a.at[i].key, b.at[j].key)) return true;
    return false;
}

/* Of one group of kinds: true when both sides say something of it. */
static bool compare_group(rt_trait_values a, rt_trait_values b, unsigned kinds, const char *what, rt_trait_case agree,
                          rt_trait_case differ, rt_tally *tally) {
    const rt_trait_value *x = first(a, kinds), *y = first(b, kinds);
    if (x == NULL || y == NULL) return false;
    const shared own = share(a, b, kinds);
    if (own.a != NULL)
        add(tally, weight(agree) * own.info, what, own.a, own.b, "the same");
    else if (!related(a, b))
        add(tally, weight(differ), what, x, y, "not the same");
    else
        add(tally, weight(differ) / 3, what, x, y, "not the same, but both are tied to one country");
    return true;
}

static void compare_country(rt_trait_values a, rt_trait_values b, rt_tally *tally) {
    if (compare_group(a, b, RT_COUNTRY_OF_PERSON, "national of", RT_CASE_NATIONALITY_SAME, RT_CASE_NATIONALITY_DIFFERS,
                      tally))
        return;
    if (compare_group(a, b, RT_COUNTRY_OF_LAW, "under the law of", RT_CASE_COUNTRY_SAME, RT_CASE_JURISDICTION_DIFFERS,
                      tally))
        return;
    (void)compare_group(a, b, RT_COUNTRY_ANY, "tied to", RT_CASE_COUNTRY_SAME, RT_CASE_COUNTRY_DIFFERS, tally);
}

const rt_feature rt_feature_country = {"country", 16, read_country, compare_country};
