#include "test.h"

#include "model/types.h"

static const rt_schema *schema(const char *name) {
    const rt_schema *s = rt_schema_named(rt_str_of(name));
    if (s == NULL) fail_msg("no schema %s", name);
    return s;
}

static const rt_prop *prop(const char *of, const char *name) {
    const rt_prop *p = rt_schema_prop(schema(of), rt_str_of(name));
    if (p == NULL) fail_msg("%s has no %s", of, name);
    return p;
}

static void all_of_followthemoney_is_there(void **state) {
    (void)state;
    size_t schemata = 0, concrete = 0, props = 0;
    for (size_t i = 0; i < rt_schema_count; i++) {
        const rt_schema *s = &rt_schemata[i];
        if (s->extension) continue;
        schemata++;
        if (s->abstract) continue;
        concrete++;
        for (size_t k = 0; k < s->props.n; k++) {
            const rt_prop *p = rt_schema_prop_at(s, k);
            props += !p->stub && !p->extension;
        }
    }
    assert_int_equal(schemata, 71);
    assert_int_equal(concrete, 66);
    assert_int_equal(props, 2626);
}

static void every_name_is_found_and_no_other(void **state) {
    (void)state;
    for (size_t i = 0; i < rt_schema_count; i++) {
        const rt_schema *s = &rt_schemata[i];
        assert_ptr_equal(rt_schema_named(s->name), s);
        assert_int_equal(s->index, i);
        for (size_t k = 0; k < s->props.n; k++)
            assert_ptr_equal(rt_schema_prop(s, rt_schema_prop_at(s, k)->name), rt_schema_prop_at(s, k));
        assert_null(rt_schema_prop(s, RT_S("")));
        assert_null(rt_schema_prop(s, RT_S("zzz")));
    }
    assert_null(rt_schema_named(RT_S("person")));
    assert_null(rt_schema_named(RT_S("Person\0")));
    assert_null(rt_schema_named(RT_S("")));
}

static void a_property_is_inherited_by_all_that_extend_its_owner(void **state) {
    (void)state;
    for (size_t i = 0; i < rt_schema_count; i++)
        for (size_t k = 0; k < rt_prop_count; k++) {
            const rt_prop *p = &rt_props[k];
            const rt_prop *found = rt_schema_prop(&rt_schemata[i], p->name);
            if (rt_schema_is_a(&rt_schemata[i], p->owner)) {
                assert_non_null(found);
                assert_true(rt_schema_is_a(&rt_schemata[i], found->owner));
            } else {
                assert_ptr_not_equal(found, p);
            }
        }
}

static void ours_never_takes_the_place_of_one_of_followthemoneys(void **state) {
    (void)state;
    for (size_t k = 0; k < rt_prop_count; k++) {
        const rt_prop *theirs = &rt_props[k];
        if (theirs->extension || theirs->stub) continue;
        for (size_t i = 0; i < rt_schema_count; i++) {
            if (!rt_schema_is_a(&rt_schemata[i], theirs->owner)) continue;
            const rt_prop *found = rt_schema_prop(&rt_schemata[i], theirs->name);
            if (found->extension) fail_msg("%.*s on %.*s", RT_FMT(found->name), RT_FMT(rt_schemata[i].name));
        }
    }
    assert_false(prop("Request", "recipients")->extension);
    assert_true(prop("Assessment", "recipients")->extension);
}

static void the_first_parent_that_has_a_name_gives_the_property(void **state) {
    (void)state;
    assert_str(prop("Event", "summary")->owner->name, "Interval");
    assert_str(prop("Trip", "summary")->owner->name, "Interval");
    assert_str(prop("CallForTenders", "summary")->owner->name, "Thing");
    assert_str(prop("Person", "summary")->owner->name, "Thing");
    assert_str(prop("Detention", "date")->owner->name, "Interval");
}

static void kinds_extend_what_they_say(void **state) {
    (void)state;
    assert_true(rt_schema_is(schema("Travel"), "Trip"));
    assert_true(rt_schema_is(schema("Travel"), "Event"));
    assert_true(rt_schema_is(schema("Travel"), "Interval"));
    assert_true(rt_schema_is(schema("Request"), "Document"));
    assert_true(rt_schema_is(schema("Company"), "LegalEntity"));
    assert_true(rt_schema_is(schema("Person"), "Person"));
    assert_false(rt_schema_is(schema("LegalEntity"), "Person"));
    assert_false(rt_schema_is(schema("Custody"), "Thing"));
    assert_false(rt_schema_is(schema("Person"), "Nothing"));
}

static void the_more_specific_of_two_is_their_common_schema(void **state) {
    (void)state;
    rt_error err = {0};
    const rt_schema *common;
    OK(rt_schema_common(schema("LegalEntity"), schema("Person"), &common, &err));
    assert_str(common->name, "Person");
    OK(rt_schema_common(schema("Company"), schema("Asset"), &common, &err));
    assert_str(common->name, "Company");
    FAILS(rt_schema_common(schema("Company"), schema("Person"), &common, &err), RT_BAD);
    assert_non_null(strstr(err.message, "no common schema"));
}

static void ours_go_out_as_their_nearest_ancestor(void **state) {
    (void)state;
    const struct {
        const char *ours, *theirs;
    } pairs[] = {
        {"Detention", "Event"},  {"Travel", "Trip"},         {"Reply", "Message"}, {"Exhibit", "Thing"},
        {"Custody", "Interval"}, {"Assessment", "Document"}, {"Person", "Person"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_str(rt_schema_ftm(schema(pairs[i].ours))->name, pairs[i].theirs);
}

static void what_followthemoney_does_not_know_is_told(void **state) {
    (void)state;
    assert_true(rt_prop_exists_in_ftm(schema("Detention"), RT_S("startDate")));
    assert_false(rt_prop_exists_in_ftm(schema("Detention"), RT_S("detainee")));
    assert_false(rt_prop_exists_in_ftm(schema("Person"), RT_S("age")));
    assert_false(rt_prop_exists_in_ftm(schema("Person"), RT_S("detentions")));
    assert_false(rt_prop_exists_in_ftm(schema("Person"), RT_S("ownershipOwner")));
    assert_true(rt_prop_exists_in_ftm(schema("Request"), RT_S("recipients")));
}

static void the_design_table_holds(void **state) {
    (void)state;
    const struct {
        const char *schema, *extends, *props;
    } rows[] = {
        {"Detention", "Event", "detainee facility"},
        {"Visit", "Event", "visitor visited facility count"},
        {"Travel", "Trip", "traveller outcome"},
        {"Offence", "Event", "accused charge file status"},
        {"Sentence", "Event", "accused term outcome"},
        {"Release", "Event", "person facility authority reason"},
        {"Condition", "Event", "subject release authority rule"},
        {"Request", "Message", "status count sender recipients inReplyToMessage"},
        {"Reply", "Message", "outcome sender recipients inReplyToMessage"},
        {"Vetting", "Event", "subject purpose authority query evidence answer decision decidedBy"},
        {"Exhibit", "Thing", "container attributedTo bearsName contentHash amount"},
        {"Container", "Thing", "seal date foundWith"},
        {"Custody", "Interval", "item holder"},
        {"Hypothesis", "Thing", "subject object"},
        {"Assessment", "Document", "subject finding"},
        {"Person", "LegalEntity", "age kind"},
        {"Event", "Thing", "outcome target"},
        {"Document", "Thing", "recipients"},
        {"Message", "Document", "receivedAt carries"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(rt_schema_is(schema(rows[i].schema), rows[i].extends));
        rt_str rest = rt_str_of(rows[i].props), name;
        while (rt_str_split(&rest, RT_S(" "), &name)) {
            const rt_prop *p = rt_schema_prop(schema(rows[i].schema), name);
            if (p == NULL || p->stub) fail_msg("%s has no %.*s", rows[i].schema, RT_FMT(name));
        }
    }
}

static void a_reverse_leads_back(void **state) {
    (void)state;
    const rt_prop *detainee = prop("Detention", "detainee");
    assert_str(detainee->range->name, "Thing");
    assert_str(detainee->reverse->name, "detentions");
    assert_true(detainee->reverse->stub);
    assert_ptr_equal(detainee->reverse->reverse, detainee);
    assert_ptr_equal(detainee->reverse->range, schema("Detention"));
    assert_ptr_equal(prop("Person", "detentions"), detainee->reverse);
    for (size_t i = 0; i < rt_prop_count; i++) {
        const rt_prop *p = &rt_props[i];
        if (p->type != &rt_types[RT_TYPE_ENTITY]) assert_null(p->range);
        if (p->reverse != NULL) assert_true(rt_schema_is_a(p->range, p->reverse->owner));
    }
}

static void edges_captions_and_times_are_known(void **state) {
    (void)state;
    const rt_schema *ownership = schema("Ownership");
    assert_true(ownership->is_edge);
    assert_str(ownership->edge_source->name, "owner");
    assert_str(ownership->edge_target->name, "asset");
    assert_false(schema("Detention")->is_edge);
    assert_str(rt_props[schema("Person")->caption.at[0]].name, "name");
    assert_str(rt_props[schema("Person")->temporal_start.at[0]].name, "birthDate");
    assert_str(rt_props[schema("Travel")->temporal_start.at[0]].name, "startDate");
    assert_str(rt_props[schema("Visit")->temporal_end.at[0]].name, "endDate");
    assert_str(rt_props[schema("Request")->temporal_start.at[0]].name, "date");
    assert_true(schema("Thing")->abstract);
    assert_true(rt_schema_can_match(schema("Person"), schema("LegalEntity")));
    assert_false(rt_schema_can_match(schema("Person"), schema("Company")));
    assert_false(rt_schema_can_match(schema("Event"), schema("Event")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_followthemoney_is_there),
        cmocka_unit_test(every_name_is_found_and_no_other),
        cmocka_unit_test(a_property_is_inherited_by_all_that_extend_its_owner),
        cmocka_unit_test(ours_never_takes_the_place_of_one_of_followthemoneys),
        cmocka_unit_test(the_first_parent_that_has_a_name_gives_the_property),
        cmocka_unit_test(kinds_extend_what_they_say),
        cmocka_unit_test(the_more_specific_of_two_is_their_common_schema),
        cmocka_unit_test(ours_go_out_as_their_nearest_ancestor),
        cmocka_unit_test(what_followthemoney_does_not_know_is_told),
        cmocka_unit_test(the_design_table_holds),
        cmocka_unit_test(a_reverse_leads_back),
        cmocka_unit_test(edges_captions_and_times_are_known),
    };
    return cmocka_run_group_tests_name("model/schema", tests, NULL, NULL);
}
