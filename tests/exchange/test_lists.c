/* The real lists, read whole, against counts of what stands in their files, made by plain search. Skipped where they
 * are not there. */
#include "exchange/reading.h"

extern const rt_format rt_format_ofac, rt_format_un;

/* --- what stands in the files --------------------------------------------------------------------------------------
 */

static rt_str whole(reading *r, const char *below) {
    rt_error err = {0};
    rt_buf all = {0};
    rt_str bytes;
    assert_true(reading_give_shared(r, below));
    rt_input *in = r->in[--r->files];
    do {
        OK(rt_input_bytes(in, &bytes, &err));
        rt_buf_add(&all, bytes);
    } while (bytes.len > 0);
    rt_input_close(in);
    const rt_str kept = rt_str_copy(&r->arena, rt_buf_str(&all));
    rt_buf_close(&all);
    return kept;
}

static size_t occurs(rt_str text, const char *word) {
    size_t n = 0;
    for (size_t at; (at = rt_str_find(text, rt_str_of(word))) != SIZE_MAX; n++)
        text = rt_str_from(text, at + strlen(word));
    return n;
}

/* Statements of this property, and those that its type refuses, which are notes. */
static size_t said(const reading *r, const char *schema, const char *prop) {
    size_t n = 0;
    char refused[64];
    snprintf(refused, sizeof refused, "%s: ", prop);
    for (size_t i = 0; i < r->n; i++) {
        const rt_entry *e = &r->at[i];
        n += rt_str_is(e->prop, prop) && (schema == NULL || rt_str_is(e->schema, schema));
        n += rt_str_is(e->prop, "notes") && rt_str_starts(e->value, rt_str_of(refused));
    }
    return n;
}

static size_t entries(const reading *r) { return said(r, NULL, "topics"); }

/* --- remarks that are not understood, by how often they come --------------------------------------------------------
 */

static struct {
    char words[96];
    size_t n;
} unknown[1024];
static size_t unknown_kinds, unknown_parts;

static void note(const rt_error *what) {
    const char *colon = strstr(what->message, "not understood is kept as a note: ");
    if (colon == NULL) return;
    unknown_parts++;
    colon = strchr(colon, ':') + 2;
    size_t i = 0;
    while (i < unknown_kinds && strncmp(unknown[i].words, colon, sizeof unknown[i].words - 1) != 0) i++;
    if (i == sizeof unknown / sizeof *unknown) return;
    if (i == unknown_kinds) snprintf(unknown[unknown_kinds++].words, sizeof unknown[i].words, "%s", colon);
    unknown[i].n++;
}

static int by_frequency(const void *a, const void *b) {
    const size_t *x = (const void *)((const char *)a + sizeof unknown->words),
                 *y = (const void *)((const char *)b + sizeof unknown->words);
    return *x < *y ? 1 : *x > *y ? -1 : 0;
}

static void print_unknown(void) {
    qsort(unknown, unknown_kinds, sizeof *unknown, by_frequency);
    for (size_t i = 0; i < unknown_kinds; i++) printf("%6zu  %s\n", unknown[i].n, unknown[i].words);
}

/* --- tests ---------------------------------------------------------------------------------------------------------
 */

static bool read_shared(reading *r, const rt_format *format, const char *const *files, size_t n) {
    rt_error err = {0};
    r->on_note = note;
    for (size_t i = 0; i < n; i++)
        if (!reading_give_shared(r, files[i])) return false;
    OK(reading_run(r, format, &err));
    assert_int_equal(r->bad, 0);
    return true;
}

static const char *const ofac[] = {"lists/ofac/sdn.csv", "lists/ofac/alt.csv", "lists/ofac/add.csv",
                                   "lists/ofac/sdn_comments.csv"};
static const char *const un[] = {"lists/un/consolidated.xml.gz"};

#define assert_count(what, got, wanted)                                                                                \
    do {                                                                                                               \
        const size_t got_ = (got), wanted_ = (wanted);                                                                 \
        if (got_ != wanted_) fail_msg("%s: %zu read, %zu in the list", what, got_, wanted_);                           \
    } while (0)

/* Numbers that differ from what is found by plain search say why. */
static const struct {
    const char *prop, *words;
    int more;
} ofac_kinds[] = {
    {"birthDate", "DOB ", 0},
    {"birthPlace", "POB ", 0},
    {"nationality", "nationality ", 0},
    {"citizenship", "citizen ", 0},
    {"gender", "; Gender ", 1},          /* one begins the remarks */
    {"passportNumber", "Passport ", -1}, /* "U.S.A. Passport issued 21 Jun 1992" has no number */
    {"swiftBic", "SWIFT/BIC ", 0},
    {"mmsi", "MMSI ", 0},
    {"pastFlags", "Former Vessel Flag ", 0},
    {"imoNumber", " IMO ", 0},
    {"dunsCode", "D-U-N-S Number ", 0},
    {"publicKey", "Digital Currency Address - ", 1}, /* one stands across the end of the remarks */
    {"incorporationDate", "Organization Established Date ", 0},
    {"buildDate", "Aircraft Manufacture Date ", 0},
    {"model", "Aircraft Model ", 0},
    {"website", "Website ", 8},     /* and eight without the word, or with a colon */
    {"email", "Email Address ", 6}, /* and six without "Address" */
};

static void every_field_of_the_sdn_list_is_read(void **state) {
    (void)state;
    reading r = {0};
    if (!read_shared(&r, &rt_format_ofac, ofac, 4)) skip();
    const rt_str sdn = whole(&r, ofac[0]), alt = whole(&r, ofac[1]), more = whole(&r, ofac[3]);
    assert_count("entries", entries(&r), 8976);
    assert_count("a.k.a.", said(&r, NULL, "alias"), occurs(alt, "\"aka\""));
    assert_count("f.k.a.", said(&r, NULL, "previousName"), occurs(alt, "\"fka\"") + occurs(sdn, "f.k.a. '"));
    assert_count("n.k.a. and names", said(&r, NULL, "name"), 8976 + occurs(alt, "\"nka\""));
    for (size_t i = 0; i < sizeof ofac_kinds / sizeof *ofac_kinds; i++) {
        const size_t there = occurs(sdn, ofac_kinds[i].words) + occurs(more, ofac_kinds[i].words);
        assert_count(ofac_kinds[i].prop, said(&r, NULL, ofac_kinds[i].prop), there + (size_t)ofac_kinds[i].more);
    }
    reading_close(&r);
}

static void nearly_all_who_are_linked_are_found(void **state) {
    (void)state;
    reading r = {0};
    if (!read_shared(&r, &rt_format_ofac, ofac, 4)) skip();
    const rt_str sdn = whole(&r, ofac[0]), more = whole(&r, ofac[3]);
    assert_true(said(&r, "UnknownLink", "object") * 100 >=
                99 * (occurs(sdn, "Linked To: ") + occurs(more, "Linked To: ")));
    reading_close(&r);
}

static void ninety_nine_of_a_hundred_remarks_are_understood(void **state) {
    (void)state;
    reading r = {0};
    unknown_kinds = unknown_parts = 0;
    if (!read_shared(&r, &rt_format_ofac, ofac, 4)) skip();
    const rt_str sdn = whole(&r, ofac[0]), more = whole(&r, ofac[3]);
    const size_t parts = occurs(sdn, "; ") + occurs(more, "; ");
    if (unknown_parts * 100 > parts) print_unknown();
    assert_true(unknown_parts * 100 <= parts);
    reading_close(&r);
}

static void the_entry_of_the_story_says_what_the_list_says(void **state) {
    (void)state;
    reading r = {0};
    if (!read_shared(&r, &rt_format_ofac, ofac, 4)) skip();
    assert_says(&r, "ofac-22524", "name", "Oussama Ahmad ATAR");
    assert_str(reading_find(&r, "ofac-22524", "name", NULL)->original, "ATAR, Oussama Ahmad");
    assert_non_null(reading_find(&r, "ofac-22524", "birthDate", NULL));
    assert_says(&r, "ofac-22524", "birthPlace", "Belgium");
    assert_says(&r, "ofac-22524", "address", "Raqqa, Syria");
    assert_int_equal(reading_count(&r, "ofac-22524", "nationality"), 2);
    assert_int_equal(reading_count(&r, "ofac-22524", "alias"), 3);
    reading_close(&r);
}

static const struct {
    const char *prop, *schema, *element;
} un_kinds[] = {
    {"listingDate", NULL, "<LISTED_ON>"},    {"unscId", NULL, "<REFERENCE_NUMBER>"},     {"gender", NULL, "<GENDER>"},
    {"firstName", "Person", "<INDIVIDUAL>"}, {"description", "Sanction", "<LIST_TYPE>"},
};

static void every_field_of_the_un_list_is_read(void **state) {
    (void)state;
    reading r = {0};
    if (!read_shared(&r, &rt_format_un, un, 1)) skip();
    const rt_str xml = whole(&r, un[0]);
    assert_count("entries", entries(&r), occurs(xml, "<DATAID>"));
    assert_count("births", said(&r, NULL, "birthDate"),
                 occurs(xml, "<DATE>") + occurs(xml, "<YEAR>") + occurs(xml, "<FROM_YEAR>"));
    assert_count("numbers of papers", said(&r, NULL, "passportNumber") + said(&r, NULL, "idNumber"),
                 occurs(xml, "<NUMBER>"));
    assert_count("aliases", said(&r, NULL, "alias") + said(&r, NULL, "weakAlias") + said(&r, NULL, "previousName"),
                 occurs(xml, "<ALIAS_NAME>") + occurs(xml, "<NAME_ORIGINAL_SCRIPT>") +
                     occurs(xml, "original script: ") + occurs(xml, ">in Arabic script: "));
    for (size_t i = 0; i < sizeof un_kinds / sizeof *un_kinds; i++)
        assert_count(un_kinds[i].prop, said(&r, un_kinds[i].schema, un_kinds[i].prop),
                     occurs(xml, un_kinds[i].element));
    reading_close(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_of_the_sdn_list_is_read),
        cmocka_unit_test(nearly_all_who_are_linked_are_found),
        cmocka_unit_test(ninety_nine_of_a_hundred_remarks_are_understood),
        cmocka_unit_test(the_entry_of_the_story_says_what_the_list_says),
        cmocka_unit_test(every_field_of_the_un_list_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
