/* Small samples of statements, tables and mappings, cut at every byte and with a bit flipped at every byte: what comes
 * is read, or refused with a message that names the file; nothing else happens. */
#include "exchange/table.h"

typedef struct damage {
    const char *name, *text; /* of the file that is damaged */
    bool is_mapping;
} damage;

static const char map[] =
    "d:\n  delimiter: \";\"\n  queries:\n    - statement: {speaker: A, date: {column: d}}\n      entities:\n"
    "        p: {schema: Person, keys: [id], properties: {name: {columns: [a, b], join: \" \"}}}\n"
    "        f: {schema: Family, keys: [id], key_literal: x, properties: {person: {entity: p}}}\n";
static const char table[] = "id;a;b;d\r\n1;J\xfcrgen;\"M\xfcller \"\"X\"\"\";2011\r\n2;Ann;Ex\xe4mple;3 May 2011\r\n";

static const damage samples[] = {
    {"s.csv",
     "canonical_id,entity_id,prop,schema,value,dataset,lang,external,first_seen,id\n"
     "NK,a,name,Person,\"A \"\"x\"\"\",d,eng,t,2026-11-20T10:00:00,\nb,b,id,Person,0a1b,d,,f,,\n",
     false},
    {"s.jsonl",
     "{\"canonical_id\":\"NK\",\"entity_id\":\"a\",\"prop\":\"name\",\"schema\":\"Person\",\"value\":\"\xd8\xa3\","
     "\"dataset\":\"d\","
     "\"lang\":null,\"external\":true,\"first_seen\":\"2026-11-20T10:00:00\",\"id\":null}\n",
     false},
    {"t.csv", table, false},
    {"m.yml", map, true},
};

static void try_damaged(importing *im, const damage *d, rt_str text) {
    char mapping[160];
    const bool tabular = d->is_mapping || d->text == table;
    const rt_str own = rt_str_of(d->is_mapping ? table : map);
    snprintf(mapping, sizeof mapping, "%s", importing_file(im, "m.yml", d->is_mapping ? text : own));
    char path[160];
    snprintf(path, sizeof path, "%s", importing_file(im, "t", d->is_mapping ? own : text));
    const char *paths[] = {path};
    rt_error err = {0};
    im->options.mapping = tabular ? mapping : NULL;
    const rt_status s = rt_import(im->c.store, paths, 1, &im->options, &im->report, &err);
    assert_true(s.code == RT_OK || s.code == RT_BAD || s.code == RT_LIMIT);
    if (s.code != RT_OK && (err.message[0] == '\0' || (strcmp(err.file, path) != 0 && strcmp(err.file, mapping) != 0)))
        fail_msg("%s: \"%s\" in \"%s\"", d->name, err.message, err.file);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(unlink(mapping), 0);
}

static void each_sample_is_read_whole(void **state) {
    (void)state;
    importing im;
    importing_begin(&im);
    im.options.dry = true;
    im.options.tell = NULL;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        try_damaged(&im, &samples[i], rt_str_of(samples[i].text));
        assert_true(im.report.entries > 1);
    }
    importing_end(&im);
}

static void damage_at_every_byte_is_answered(void **state) {
    (void)state;
    importing im;
    char bytes[1024];
    importing_begin(&im);
    im.options.dry = true;
    im.options.tell = NULL;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        const rt_str text = rt_str_of(samples[i].text);
        assert_true(text.len < sizeof bytes);
        for (size_t at = 0; at < text.len; at++) {
            im.options.keep_going = at % 2 == 1;
            try_damaged(&im, &samples[i], rt_str_cut(text, at));
            memcpy(bytes, text.at, text.len);
            bytes[at] = (char)(bytes[at] ^ (1 << at % 8));
            try_damaged(&im, &samples[i], (rt_str){bytes, text.len});
        }
    }
    importing_end(&im);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_sample_is_read_whole),
        cmocka_unit_test(damage_at_every_byte_is_answered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
