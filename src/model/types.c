#include "model/types.h"

#include "model/types_rows.h"
#include "model/types_words.h"

/* --- types whose values are the codes of a table ------------------------------------------------------------------ */

#define WORD_TYPE(type, words, expected)                                                                               \
    static bool takes_##type(rt_str value, const char **why) {                                                         \
        *why = expected;                                                                                               \
        return rt_words_label(&words, value).len > 0;                                                                  \
    }                                                                                                                  \
    static bool clean_##type(rt_str raw, rt_arena *arena, rt_str *value) {                                             \
        (void)arena;                                                                                                   \
        return rt_words_find(&words, raw, value);                                                                      \
    }                                                                                                                  \
    static rt_str caption_##type(rt_str value) { return rt_words_label(&words, value); }

WORD_TYPE(country, rt_words_countries, "the code of a country, like iq")
WORD_TYPE(gender, rt_words_genders, "male, female or other")
WORD_TYPE(language, rt_words_languages, "the three-letter code of a language, like ara")
WORD_TYPE(topic, rt_words_topics, "a topic of FollowTheMoney's, like crime.terror")

/* --- the table ---------------------------------------------------------------------------------------------------- */

#define ROW(id, name_, label_, plural_, group_, max, takes_, clean_, ...)                                              \
    [RT_TYPE_##id] = {.name = RT_S_INIT(name_),                                                                        \
                      .label = RT_S_INIT(label_),                                                                      \
                      .plural = RT_S_INIT(plural_),                                                                    \
                      .group = RT_S_INIT(group_),                                                                      \
                      .max_length = max,                                                                               \
                      .too_long = "at most " #max " characters",                                                       \
                      .takes = takes_,                                                                                 \
                      .clean = clean_,                                                                                 \
                      __VA_ARGS__}
#define MATCHED .matchable = true
#define PIVOT .matchable = true, .pivot = true
#define PLAIN .matchable = false

/* Labels, groups and lengths are FollowTheMoney's. */
const rt_type rt_types[RT_TYPE_COUNT] = {
    ROW(ADDRESS, "address", "Address", "Addresses", "addresses", 250, rt_takes_text, rt_clean_address, PIVOT),
    ROW(CHECKSUM, "checksum", "Checksum", "Checksums", "checksums", 40, rt_takes_text, rt_clean_text, PIVOT),
    ROW(COUNTRY, "country", "Country", "Countries", "countries", 16, takes_country, clean_country, MATCHED,
        .caption = caption_country),
    ROW(DATE, "date", "Date", "Dates", "dates", 250, rt_takes_date, rt_clean_date, MATCHED),
    ROW(DURATION, "duration", "Duration", "Durations", "", 32, rt_takes_duration, rt_clean_duration, .extension = true),
    ROW(EMAIL, "email", "E-Mail Address", "E-Mail Addresses", "emails", 250, rt_takes_email, rt_clean_email, PIVOT),
    ROW(ENTITY, "entity", "Entity", "Entities", "entities", 200, rt_takes_entity, rt_clean_entity, PIVOT),
    ROW(GENDER, "gender", "Gender", "Genders", "genders", 16, takes_gender, clean_gender, PLAIN,
        .caption = caption_gender),
    ROW(HTML, "html", "HTML", "HTMLs", "", 65000, rt_takes_text, rt_clean_text, PLAIN),
    ROW(IDENTIFIER, "identifier", "Identifier", "Identifiers", "identifiers", 64, rt_takes_text, rt_clean_text, PIVOT),
    ROW(IP, "ip", "IP Address", "IP Addresses", "ips", 64, rt_takes_ip, rt_clean_ip, PIVOT),
    ROW(JSON, "json", "Nested data", "Nested data", "", 250, rt_takes_text, rt_clean_text, PLAIN),
    ROW(LANGUAGE, "language", "Language", "Languages", "languages", 16, takes_language, clean_language, PLAIN,
        .caption = caption_language),
    ROW(MIMETYPE, "mimetype", "MIME-Type", "MIME-Types", "mimetypes", 250, rt_takes_mimetype, rt_clean_mimetype, PLAIN),
    ROW(NAME, "name", "Name", "Names", "names", 384, rt_takes_name, rt_clean_name, PIVOT),
    ROW(NUMBER, "number", "Number", "Numbers", "", 250, rt_takes_text, rt_clean_text, PLAIN),
    ROW(PHONE, "phone", "Phone number", "Phone numbers", "phones", 64, rt_takes_phone, rt_clean_phone, PIVOT),
    ROW(STRING, "string", "Label", "Labels", "", 1024, rt_takes_text, rt_clean_text, PLAIN),
    ROW(TEXT, "text", "Text", "Texts", "", 65000, rt_takes_text, rt_clean_text, PLAIN),
    ROW(TOPIC, "topic", "Topic", "Topics", "topics", 64, takes_topic, clean_topic, PLAIN, .caption = caption_topic),
    ROW(URL, "url", "URL", "URLs", "urls", 4096, rt_takes_url, rt_clean_url, PIVOT),
};

const rt_type *rt_type_named(rt_str name) {
    for (size_t i = 0; i < RT_TYPE_COUNT; i++)
        if (rt_str_eq(rt_types[i].name, name)) return &rt_types[i];
    return NULL;
}

/* --- asking it ---------------------------------------------------------------------------------------------------- */

static bool is_text(rt_str value, const char **why) {
    size_t bad;
    *why = "some text";
    if (value.len == 0) return false;
    *why = "text in UTF-8";
    return rt_utf8_valid(value, &bad);
}

/* Code points, of which no more than max are counted: what is longer is refused. */
static bool fits(rt_str value, size_t max) {
    size_t points = 0;
    if (value.len <= max) return true;
    for (size_t i = 0; i < value.len && points <= max; i++) points += ((unsigned char)value.at[i] & 0xc0) != 0x80;
    return points <= max;
}

bool rt_type_takes(const rt_type *type, rt_str value, const char **why) {
    if (!is_text(value, why)) return false;
    if (!fits(value, type->max_length)) {
        *why = type->too_long;
        return false;
    }
    return type->takes(value, why);
}

bool rt_type_clean(const rt_type *type, rt_str raw, rt_arena *arena, rt_str *value) {
    const char *why;
    rt_str text;
    return rt_text_sanitise(raw, arena, &text) && type->clean(text, arena, value) && rt_type_takes(type, *value, &why);
}

rt_str rt_type_caption(const rt_type *type, rt_str value) {
    const rt_str label = type->caption != NULL ? type->caption(value) : (rt_str){0};
    return label.len > 0 ? label : value;
}

/* --- properties --------------------------------------------------------------------------------------------------- */

static bool has_type(const rt_prop *prop, rt_type_id id) { return prop->type == &rt_types[id]; }

static bool is_listed(const rt_prop *prop, rt_str value) {
    for (size_t i = 0; i < prop->value_count; i++)
        if (rt_str_eq(prop->values[i], value)) return true;
    return false;
}

static bool is_hex_digest(rt_str value) {
    for (size_t i = 0; i < value.len; i++)
        if (!rt_is_digit(value.at[i]) && (value.at[i] < 'a' || value.at[i] > 'f')) return false;
    return value.len == 40 || value.len == 64;
}

/* What we ask of our own properties beyond their type, and what we do not. */
static bool own_takes(const rt_prop *prop, rt_str value, const char **why) {
    if (has_type(prop, RT_TYPE_ENTITY))
        return fits(value, rt_types[RT_TYPE_NAME].max_length) && rt_takes_text(value, why);
    if (has_type(prop, RT_TYPE_CHECKSUM)) {
        *why = "a SHA-1 or SHA-256 (40 or 64 lower-case hex digits)";
        return is_hex_digest(value);
    }
    if (!rt_type_takes(prop->type, value, why)) return false;
    *why = "a number, perhaps with a unit";
    if (has_type(prop, RT_TYPE_NUMBER)) return rt_is_number(value);
    *why = "one of the values that the property lists";
    return prop->values == NULL || is_listed(prop, value);
}

/* Whether the identifier stands as its format writes it. */
static bool is_formatted(const rt_prop *prop, rt_str value, const char **why) {
    rt_arena arena = {0};
    rt_str clean;
    *why = rt_identifier_expected(prop->format);
    const bool same = rt_identifier_clean(prop->format, value, &arena, &clean) && rt_str_eq(clean, value);
    rt_arena_close(&arena);
    return same;
}

bool rt_prop_takes(const rt_prop *prop, rt_str value, const char **why) {
    *why = "nothing: the far end of a property is not written";
    if (prop->stub || !is_text(value, why)) return false;
    if (prop->extension) return own_takes(prop, value, why);
    return rt_type_takes(prop->type, value, why) && (prop->format.len == 0 || is_formatted(prop, value, why));
}

static bool own_clean(const rt_prop *prop, rt_str text, rt_arena *arena, rt_str *value) {
    if (has_type(prop, RT_TYPE_ENTITY)) return rt_clean_name(text, arena, value);
    if (!prop->type->clean(text, arena, value)) return false;
    if (prop->values != NULL || has_type(prop, RT_TYPE_CHECKSUM)) *value = rt_str_lower(arena, *value);
    return true;
}

bool rt_prop_clean(const rt_prop *prop, rt_str raw, rt_arena *arena, rt_str *value) {
    const char *why;
    rt_str text;
    if (!rt_text_sanitise(raw, arena, &text)) return false;
    const bool clean = prop->extension        ? own_clean(prop, text, arena, value)
                       : prop->format.len > 0 ? rt_identifier_clean(prop->format, text, arena, value)
                                              : prop->type->clean(text, arena, value);
    return clean && rt_prop_takes(prop, *value, &why);
}
