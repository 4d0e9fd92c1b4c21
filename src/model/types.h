/* The types that values have: what each takes, and how what people write becomes the value that it takes.
 *
 * They are the property types of FollowTheMoney 4.11 (followthemoney.types), one row each, and one of ours (duration).
 * Dates are EDTF, of which FollowTheMoney takes only a part (rt_date_nearest_ftm says what to tell it). Nothing is ever
 * guessed: what does not say one thing has no canonical form. */
#pragma once

#include "model/schema.h"

/* In the order of rt_types. */
typedef enum rt_type_id {
    RT_TYPE_ADDRESS,
    RT_TYPE_CHECKSUM,
    RT_TYPE_COUNTRY,
    RT_TYPE_DATE,
    RT_TYPE_DURATION,
    RT_TYPE_EMAIL,
    RT_TYPE_ENTITY,
    RT_TYPE_GENDER,
    RT_TYPE_HTML,
    RT_TYPE_IDENTIFIER,
    RT_TYPE_IP,
    RT_TYPE_JSON,
    RT_TYPE_LANGUAGE,
    RT_TYPE_MIMETYPE,
    RT_TYPE_NAME,
    RT_TYPE_NUMBER,
    RT_TYPE_PHONE,
    RT_TYPE_STRING,
    RT_TYPE_TEXT,
    RT_TYPE_TOPIC,
    RT_TYPE_URL,
    RT_TYPE_COUNT,
} rt_type_id;

/* Whether value, which is not empty and is UTF-8, is what the type takes; *why says what was expected instead. */
typedef bool rt_type_taker(rt_str value, const char **why);

/* The canonical form of raw, which is trimmed and not empty; false when there is none. The result may be raw itself. */
typedef bool rt_type_cleaner(rt_str raw, rt_arena *arena, rt_str *value);

/* The word that a value stands for: "iq" is Iraq. Empty when there is none. */
typedef rt_str rt_type_labeller(rt_str value);

struct rt_type {
    rt_str name, label, plural;
    rt_str group;         /* what FollowTheMoney calls all properties of this type together; or empty */
    uint32_t max_length;  /* in code points */
    const char *too_long; /* what is expected of a longer one */
    bool matchable;       /* values may be compared to tell whether two entities are the same */
    bool pivot;           /* equal values alone are worth a look: a phone number, an e-mail address */
    bool extension;       /* redthread's own */
    rt_type_taker *takes;
    rt_type_cleaner *clean;
    rt_type_labeller *caption; /* NULL: the value says itself what it means */
};

extern const rt_type rt_types[RT_TYPE_COUNT];

const rt_type *rt_type_named(rt_str name); /* or NULL */

/* Whether the type takes this value: one that is not empty, is UTF-8, is not too long, and is what FollowTheMoney's own
 * library calls valid; codes (countries, languages, genders, topics), telephone numbers and references only as they are
 * when cleaned. When not, *why says what was expected instead, in a few words: "the code of a country, like iq". */
bool rt_type_takes(const rt_type *type, rt_str value, const char **why);

/* The canonical value of what people write: "Iraq", "IRQ" -> "iq"; "Male" -> "male"; "English" -> "eng"; "A@B.ORG" ->
 * "A@b.org". false when raw means nothing to the type, or more than one thing; otherwise the value is one that the type
 * takes. It lives in the arena, in raw, or in a constant table. Text is put into Unicode's NFC and loses control
 * characters, as in FollowTheMoney. */
bool rt_type_clean(const rt_type *type, rt_str raw, rt_arena *arena, rt_str *value);

/* What a value stands for, for people: "Iraq" for "iq"; else the value itself. */
rt_str rt_type_caption(const rt_type *type, rt_str value);

/* As rt_type_takes, and in the form that the property asks for: an identifier in its format (imo, lei, ...), one of its
 * values where it lists them. Properties of ours are stricter where FollowTheMoney's types take any text: a number is a
 * number, a checksum is 40 or 64 hex digits; and laxer in that an entity may also be a name. No stub takes anything. */
bool rt_prop_takes(const rt_prop *prop, rt_str value, const char **why);

/* As rt_type_clean, for this property ("IMO 9187629" -> "IMO9187629" where its format is imo). Clean first, then ask
 * whether the property takes it: what it does not is kept as text with the reason. */
bool rt_prop_clean(const rt_prop *prop, rt_str raw, rt_arena *arena, rt_str *value);

/* The nearest value that FollowTheMoney's date type takes for an EDTF value: a year, month, day or time in UTC (2005~
 * -> 2005, 1983/1985 -> 1983, 2006-07-1X -> 2006-07, [2004..2006] -> 2004, ../2013 -> 2013). It is the first date that
 * is named, to the precision that is certain. false for what has none (Y170000002, -0044). */
bool rt_date_nearest_ftm(rt_str edtf, rt_arena *arena, rt_str *value);
