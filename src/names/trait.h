/* What is known of a subject beside its names: read once into values, then compared feature by feature.
 *
 * A feature is one file (trait_date.c, trait_country.c, ...) that ends in one constant struct, and one line of the
 * table in trait.c. How much each case of a feature says is data/names/traits.txt. Inside src/names only. */
#pragma once

#include "base/date.h"
#include "names/match.h"
#include "names/trait_weights.h"

typedef enum rt_feature_id {
    RT_FEATURE_BIRTH,
    RT_FEATURE_DEATH,
    RT_FEATURE_FOUNDED,
    RT_FEATURE_NUMBER,
    RT_FEATURE_COUNTRY,
    RT_FEATURE_GENDER,
    RT_FEATURE_BIRTHPLACE,
    RT_FEATURE_ADDRESS,
    RT_FEATURE_CONTACT,
    RT_FEATURES,
} rt_feature_id;

typedef enum rt_number_held { RT_HELD_MANY, RT_HELD_MOSTLY_ONE, RT_HELD_ONE } rt_number_held;

/* A property that is kept as a trait. Two properties of one kind may hold the same thing ("taxNumber", "innCode"). */
typedef struct rt_trait_prop {
    rt_str name;
    uint8_t feature; /* rt_feature_id */
    uint8_t kind;    /* what the feature makes of it */
    uint8_t held;    /* of a number: how many of it one has (rt_number_held) */
} rt_trait_prop;

const rt_trait_prop *rt_trait_prop_named(rt_str name); /* or NULL */

/* One value of a trait, read. Each feature uses what it needs. */
typedef struct rt_trait_value {
    rt_str text; /* as given */
    const rt_trait_prop *prop;
    rt_str key; /* what is compared: a code, a number's letters and digits */
    union {
        rt_when when;
        struct {
            rt_word *words;
            size_t n;
        };
    };
} rt_trait_value;

typedef struct rt_trait_values {
    rt_trait_value *at;
    size_t n;
} rt_trait_values;

struct rt_traits {
    rt_trait_values of[RT_FEATURES];
};

/* Reads the traits of a subject: of each feature the first few values that say something, from the first
 * RT_TRAITS_MOST traits. */
enum { RT_TRAITS_MOST = 4096 };
const rt_traits *rt_traits_read(rt_arena *arena, const rt_subject *subject);

/* Reasons while they are gathered. */
enum { RT_TALLY_MOST = RT_PAIR_PARTS + 32 };
typedef struct rt_tally {
    rt_arena *arena;
    bool explain;    /* whether sentences are wanted */
    double gain;     /* of all that agrees */
    double sure;     /* of equal identifiers */
    double kin;      /* of what relatives share: countries and places */
    bool only;       /* an equal number of those that no two bear */
    bool born_apart; /* the dates of birth contradict each other */
    rt_str names[2]; /* the two that are compared, as rt_match has them */
    size_t n;
    rt_reason reasons[RT_TALLY_MOST];
} rt_tally;

/* Adds a reason. The sentence is "born " here " here, " there " there: " meaning, where it is wanted. */
void rt_tally_add(rt_tally *tally, const char *feature, double score, rt_str detail);
void rt_tally_values(rt_tally *tally, const char *feature, double score, const char *what, rt_str here, rt_str there,
                     const char *meaning);

typedef struct rt_feature {
    const char *name;                                     /* as why shows it */
    size_t most;                                          /* values a side that are looked at */
    bool (*read)(rt_arena *arena, rt_trait_value *value); /* false: it says nothing */
    void (*compare)(rt_trait_values a, rt_trait_values b, rt_tally *tally);
} rt_feature;

extern const rt_feature rt_feature_birth, rt_feature_death, rt_feature_founded, rt_feature_number, rt_feature_country,
    rt_feature_gender, rt_feature_birthplace, rt_feature_address, rt_feature_contact;

/* All features on two subjects, schemata too. */
void rt_traits_compare(const rt_traits *a, const rt_traits *b, rt_tally *tally);
void rt_schemata_compare(rt_str a, rt_str b, rt_tally *tally);
