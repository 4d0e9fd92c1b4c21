#include "names/trait.h"

static const rt_feature *const features[RT_FEATURES] = {
    [RT_FEATURE_BIRTH] = &rt_feature_birth,           [RT_FEATURE_DEATH] = &rt_feature_death,
    [RT_FEATURE_FOUNDED] = &rt_feature_founded,       [RT_FEATURE_NUMBER] = &rt_feature_number,
    [RT_FEATURE_COUNTRY] = &rt_feature_country,       [RT_FEATURE_GENDER] = &rt_feature_gender,
    [RT_FEATURE_BIRTHPLACE] = &rt_feature_birthplace, [RT_FEATURE_ADDRESS] = &rt_feature_address,
    [RT_FEATURE_CONTACT] = &rt_feature_contact,
};

static size_t looked_at(const rt_subject *subject) {
    return subject->trait_count < RT_TRAITS_MOST ? subject->trait_count : RT_TRAITS_MOST;
}

/* Room for the values of each feature. */
static void make_room(rt_arena *arena, const rt_subject *subject, rt_traits *traits) {
    size_t counts[RT_FEATURES] = {0};
    for (size_t i = 0; i < looked_at(subject); i++) {
        const rt_trait_prop *prop = rt_trait_prop_named(subject->traits[i].prop);
        if (prop != NULL) counts[prop->feature]++;
    }
    for (size_t f = 0; f < RT_FEATURES; f++)
        if (counts[f] > 0)
            traits->of[f].at =
                RT_NEW_N(arena, rt_trait_value, counts[f] < features[f]->most ? counts[f] : features[f]->most);
}

static void add_value(rt_arena *arena, const rt_trait *trait, rt_traits *traits) {
    const rt_trait_prop *prop = rt_trait_prop_named(trait->prop);
    if (prop == NULL || trait->value.len == 0) return;
    rt_trait_values *values = &traits->of[prop->feature];
    const rt_feature *feature = features[prop->feature];
    if (values->n == feature->most) return;
    rt_trait_value *value = &values->at[values->n];
    *value = (rt_trait_value){.text = trait->value, .prop = prop};
    if (feature->read(arena, value)) values->n++;
}

const rt_traits *rt_traits_read(rt_arena *arena, const rt_subject *subject) {
    rt_traits *traits = RT_NEW(arena, rt_traits);
    make_room(arena, subject, traits);
    for (size_t i = 0; i < looked_at(subject); i++) add_value(arena, &subject->traits[i], traits);
    return traits;
}

static bool relatives_share(size_t feature) {
    return feature == RT_FEATURE_COUNTRY || feature == RT_FEATURE_BIRTHPLACE || feature == RT_FEATURE_ADDRESS;
}

void rt_traits_compare(const rt_traits *a, const rt_traits *b, rt_tally *tally) {
    for (size_t f = 0; f < RT_FEATURES; f++) {
        const double before = tally->gain;
        if (a->of[f].n == 0 || b->of[f].n == 0) continue;
        features[f]->compare(a->of[f], b->of[f], tally);
        if (relatives_share(f)) tally->kin += tally->gain - before;
    }
}

void rt_tally_add(rt_tally *tally, const char *feature, double score, rt_str detail) {
    if (tally->n == RT_TALLY_MOST) return;
    tally->reasons[tally->n++] = (rt_reason){rt_str_of(feature), score, detail};
}

/* The front of a long value, cut between letters. */
static rt_str front(rt_str value) {
    enum { MOST = 80 };
    size_t n = value.len < MOST ? value.len : MOST;
    while (n > 0 && n < value.len && ((unsigned char)value.at[n] & 0xC0) == 0x80) n--;
    return rt_str_cut(value, n);
}

void rt_tally_values(rt_tally *tally, const char *feature, double score, const char *what, rt_str here, rt_str there,
                     const char *meaning) {
    rt_str detail = {"", 0};
    if (tally->explain)
        detail = rt_str_printf(tally->arena, "%s%s%.*s here, %.*s there: %s", what, what[0] != '\0' ? " " : "",
                               RT_FMT(front(here)), RT_FMT(front(there)), meaning);
    if (score > 0) tally->gain += score;
    rt_tally_add(tally, feature, score, detail);
}
