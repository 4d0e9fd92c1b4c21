/* The SDN list of the US Treasury's Office of Foreign Assets Control in its delimited form: sdn.csv (entries), alt.csv
 * (a.k.a.s), add.csv (addresses) and sdn_comments.csv (what goes on from remarks that are too long), by Treasury's "SDN
 * data specification": no header row, "-0-" is empty, fields by place, the entry's number in the first. The files are
 * ASCII and end in 0x1A; UTF-8 is taken too. A number that is no number, a row with more or fewer fields, an a.k.a. of
 * no entry are bad records. The list bears no date, so said_at stays empty. */
#include "exchange/ofac_remarks.h"

#include <stdio.h>

#include "exchange/csv.h"

typedef struct row {
    int64_t number;
    rt_str at[12];
} row;

typedef struct part {
    const char *file;
    bool marked; /* ends in 0x1A as published */
    size_t fields;
    rt_status (*take)(ofac_reading *of, const row *r, rt_error *err);
} part;

/* --- one row of each -----------------------------------------------------------------------------------------------
 */

static const struct {
    rt_str written;
    ofac_kind kind;
} kinds[] = {
    {RT_S_INIT(""), OFAC_ORGANIZATION},
    {RT_S_INIT("individual"), OFAC_PERSON},
    {RT_S_INIT("vessel"), OFAC_VESSEL},
    {RT_S_INIT("aircraft"), OFAC_AIRCRAFT},
};

static rt_status kind_of(rt_str written, ofac_kind *kind, rt_error *err) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!rt_str_eq_nocase(written, kinds[i].written)) continue;
        *kind = kinds[i].kind;
        return rt_ok;
    }
    return rt_fail(err, RT_BAD, "\"%.*s\" is no kind of entry", RT_FMT(written));
}

static rt_status unknown(int64_t number, rt_error *err) {
    return rt_fail(err, RT_BAD, "sdn.csv has no entry %lld", (long long)number);
}

static rt_status take_comment(ofac_reading *of, const row *r, rt_error *err) {
    if (rt_list_index_set_comment(of->index, r->number, r->at[1])) return rt_ok;
    return rt_fail(err, RT_BAD, "a second comment on entry %lld", (long long)r->number);
}

static rt_status put_person_name(ofac_entry *e, rt_str written, rt_error *err) {
    rt_list *l = &e->of->list;
    rt_str given = written, family;
    if (e->kind != OFAC_PERSON || !rt_str_split(&given, RT_S(", "), &family) || given.len == 0) return rt_ok;
    rt_str rest = given;
    RT_TRY(rt_list_put(l, &e->self, RT_S("lastName"), family, err));
    (void)rt_str_split(&rest, RT_S(", "), &given);
    RT_TRY(rt_list_put(l, &e->self, RT_S("firstName"), given, err));
    return rt_list_put(l, &e->self, RT_S("nameSuffix"), rest, err);
}

/* "NPWMD] [IFSR" are two programmes. */
static rt_status put_sanction(ofac_entry *e, rt_str programs, rt_error *err) {
    rt_list *l = &e->of->list;
    rt_str program;
    RT_TRY(rt_list_put(l, &e->self, RT_S("topics"), RT_S("sanction"), err));
    RT_TRY(rt_list_put(l, &e->sanction, RT_S("entity"), e->self.id, err));
    RT_TRY(rt_list_put(l, &e->sanction, RT_S("authority"), l->base.speaker, err));
    RT_TRY(rt_list_put(l, &e->sanction, RT_S("country"), RT_S("us"), err));
    while (rt_str_split(&programs, RT_S("] ["), &program)) {
        RT_TRY(rt_list_put(l, &e->self, RT_S("program"), program, err));
        RT_TRY(rt_list_put(l, &e->sanction, RT_S("program"), program, err));
    }
    return rt_ok;
}

static rt_status put_titles(ofac_entry *e, rt_str titles, rt_error *err) {
    rt_str title;
    while (rt_str_split(&titles, RT_S("; "), &title)) {
        const rt_str prop = ofac_is_honorific(title) ? RT_S("title") : RT_S("position");
        RT_TRY(rt_list_put(&e->of->list, &e->self, prop, title, err));
    }
    return rt_ok;
}

static rt_status put_vessel(ofac_entry *e, const row *r, rt_error *err) {
    static const rt_str props[] = {RT_S_INIT("callSign"), RT_S_INIT("type"), RT_S_INIT("tonnage"),
                                   RT_S_INIT("grossRegisteredTonnage"), RT_S_INIT("flag")};
    for (size_t i = 0; i < sizeof props / sizeof *props; i++)
        RT_TRY(rt_list_put(&e->of->list, &e->self, props[i], r->at[5 + i], err));
    if (r->at[10].len > 0)
        ofac_pend(e, RT_S("owner"), (rt_str){0}, r->at[10],
                  rt_str_printf(e->of->list.arena, "Owner: %.*s", RT_FMT(r->at[10])));
    return rt_ok;
}

/* The number of an entry by its names: as the list writes them, and in natural order. */
static void index_name(ofac_reading *of, rt_str written, int64_t number, ofac_kind kind, bool first) {
    const rt_str natural = ofac_name(of->list.arena, kind, written);
    rt_list_index_name(of->index, written, number, first);
    if (!rt_str_eq(natural, written)) rt_list_index_name(of->index, natural, number, first);
}

static rt_status take_entry(ofac_reading *of, const row *r, rt_error *err) {
    ofac_kind kind;
    RT_TRY(kind_of(r->at[2], &kind, err));
    if (r->at[1].len == 0) return rt_fail(err, RT_BAD, "entry %lld has no name", (long long)r->number);
    if (rt_list_index_count(of->index) >= RT_LIST_ENTRIES_MOST)
        return rt_fail(err, RT_LIMIT, "more entries than are taken");
    if (!rt_list_index_add(of->index, r->number, (int)kind))
        return rt_fail(err, RT_BAD, "a second entry %lld", (long long)r->number);
    ofac_entry e = ofac_entry_of(of, r->number, kind);
    index_name(of, r->at[1], r->number, kind, true);
    RT_TRY(ofac_put_name(&e, RT_S("name"), r->at[1], err));
    RT_TRY(put_person_name(&e, r->at[1], err));
    RT_TRY(put_sanction(&e, r->at[3], err));
    RT_TRY(put_titles(&e, r->at[4], err));
    RT_TRY(put_vessel(&e, r, err));
    const rt_str more = rt_list_index_comment(of->index, r->number);
    return ofac_remarks(&e, rt_str_printf(of->list.arena, "%.*s%.*s", RT_FMT(r->at[11]), RT_FMT(more)), err);
}

static const struct {
    rt_str written, prop;
} names[] = {
    {RT_S_INIT("aka"), RT_S_INIT("alias")},
    {RT_S_INIT("fka"), RT_S_INIT("previousName")},
    {RT_S_INIT("nka"), RT_S_INIT("name")},
};

static rt_status take_name(ofac_reading *of, const row *r, rt_error *err) {
    int kind;
    if (!rt_list_index_kind(of->index, r->number, &kind)) return unknown(r->number, err);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!rt_str_eq_nocase(r->at[2], names[i].written)) continue;
        ofac_entry e = ofac_entry_of(of, r->number, (ofac_kind)kind);
        index_name(of, r->at[3], r->number, e.kind, false);
        RT_TRY(ofac_put_name(&e, names[i].prop, r->at[3], err));
        return rt_list_note(&of->list, r->at[4], err);
    }
    return rt_fail(err, RT_BAD, "\"%.*s\" is no kind of name", RT_FMT(r->at[2]));
}

/* Street, town and country as one line, as people write it. */
static rt_status take_address(ofac_reading *of, const row *r, rt_error *err) {
    int kind;
    if (!rt_list_index_kind(of->index, r->number, &kind)) return unknown(r->number, err);
    ofac_entry e = ofac_entry_of(of, r->number, (ofac_kind)kind);
    RT_AUTO(rt_buf) line = {0};
    for (size_t i = 2; i <= 4; i++) {
        if (line.len > 0 && r->at[i].len > 0) rt_buf_add(&line, RT_S(", "));
        rt_buf_add(&line, r->at[i]);
    }
    const bool more = r->at[2].len + r->at[3].len > 0;
    if (more) RT_TRY(rt_list_put(&of->list, &e.self, RT_S("address"), rt_buf_str(&line), err));
    RT_TRY(rt_list_put(&of->list, &e.self, RT_S("country"), r->at[4], err));
    return rt_list_note(&of->list, r->at[5], err);
}

/* --- the files -----------------------------------------------------------------------------------------------------
 */

enum { PART_COMMENTS, PART_ENTRIES, PART_NAMES, PART_ADDRESSES, PARTS };

/* In the order in which they are read: each needs what stands before it. */
static const part parts[PARTS] = {
    [PART_COMMENTS] = {"sdn_comments.csv", false, 2, take_comment},
    [PART_ENTRIES] = {"sdn.csv", true, 12, take_entry},
    [PART_NAMES] = {"alt.csv", true, 5, take_name},
    [PART_ADDRESSES] = {"add.csv", true, 6, take_address},
};

static rt_str value_of(rt_str field) {
    field = rt_str_trim(field);
    return rt_str_is(field, "-0-") ? (rt_str){"", 0} : field;
}

static rt_status read_row(const part *p, const rt_csv_row *from, row *to, rt_error *err) {
    if (from->n != p->fields)
        return rt_fail(err, RT_BAD, "a row of %s has %zu fields, not %zu", p->file, p->fields, from->n);
    for (size_t i = 0; i < from->n; i++) to->at[i] = value_of(from->at[i].text);
    if (rt_str_int(to->at[0], &to->number) && to->number >= 0) return rt_ok;
    return rt_fail(err, RT_BAD, "\"%.*s\" is no number of an entry", RT_FMT(to->at[0]));
}

static rt_status take_row(ofac_reading *of, const part *p, const rt_csv_row *csv, rt_error *err) {
    row r = {0};
    if (rt_str_starts(csv->at[0].text, RT_S("# "))) return rt_ok; /* why it was skipped before */
    of->list.line = csv->line;
    of->list.column = 1;
    rt_status s = read_row(p, csv, &r, err);
    if (s.code == RT_OK) s = p->take(of, &r, err);
    rt_arena_reset(of->list.arena);
    return s.code == RT_OK ? s : rt_list_bad(&of->list, s, err);
}

static rt_status read_part(ofac_reading *of, const part *p, rt_csv *csv, rt_error *err) {
    rt_csv_row next;
    for (bool more = true; more;) {
        const rt_status s = rt_csv_next(csv, &next, &more, err);
        of->list.raw = (rt_raw_record){.form = RT_RAW_LINE, .text = rt_csv_raw(csv)};
        if (s.code != RT_OK) {
            RT_TRY(rt_list_bad(&of->list, s, err));
            more = true;
        } else if (more) {
            RT_TRY(take_row(of, p, &next, err));
        }
    }
    return rt_ok;
}

static rt_status refuse(rt_input *in, rt_error *err, const char *what) {
    const rt_status s = rt_fail(err, RT_BAD, "%s", what);
    rt_error_at(err, rt_input_path(in), 0, 0);
    return s;
}

static rt_status read_file(ofac_reading *of, const part *p, rt_input *in, rt_error *err) {
    rt_csv *csv = rt_csv_new(in, (rt_csv_options){.end_of_last_line = true, .keep_raw = true});
    of->list.file = rt_input_path(in);
    const rt_status s = read_part(of, p, csv, err);
    const bool ended = rt_csv_has_end_mark(csv);
    rt_csv_free(csv);
    if (s.code != RT_OK || !of->complete || !p->marked || ended) return s;
    return refuse(in, err, "the mark at its end (0x1A) is not there: it was cut, and is not the whole list");
}

/* --- which file is which -------------------------------------------------------------------------------------------
 */

static rt_str first_line(rt_str head) {
    const size_t end = rt_str_find(head, RT_S("\n"));
    return end == SIZE_MAX ? head : rt_str_cut(head, end);
}

static bool begins_with_numbers(rt_str line, size_t n) {
    for (rt_str field; n > 0; n--) {
        int64_t number;
        if (!rt_str_split(&line, RT_S(","), &field) || !rt_str_int(rt_str_trim(field), &number)) return false;
    }
    return true;
}

static bool has(rt_str line, const char *text) { return rt_str_find(line, rt_str_of(text)) != SIZE_MAX; }

/* By the first row where the name says nothing: numbers first, then what only this file has. */
static const part *part_by_content(rt_str head) {
    while (rt_str_starts(head, RT_S("# "))) head = rt_str_from(head, first_line(head).len + 1);
    const rt_str line = first_line(head);
    if (!begins_with_numbers(line, 1)) return NULL;
    if (begins_with_numbers(line, 2)) {
        if (has(line, "\"aka\",") || has(line, "\"fka\",") || has(line, "\"nka\",")) return &parts[PART_NAMES];
        return has(line, "-0-") ? &parts[PART_ADDRESSES] : NULL;
    }
    return has(line, ",-0- ,-0- ,-0- ,") ? &parts[PART_ENTRIES] : NULL;
}

static const part *part_of(rt_str name, rt_str head) {
    for (size_t i = 0; i < PARTS; i++)
        if (rt_str_eq_nocase(name, rt_str_of(parts[i].file))) return &parts[i];
    return part_by_content(head);
}

static bool detect(rt_str name, rt_str head) { return part_of(name, head) != NULL; }

static rt_status sort_files(rt_input **files, size_t n, rt_input *by_part[PARTS], rt_error *err) {
    for (size_t i = 0; i < n; i++) {
        rt_str head;
        RT_TRY(rt_input_peek(files[i], 4096, &head, err));
        const part *p = part_of(rt_input_stem(files[i]), head);
        if (p == NULL)
            return refuse(files[i], err, "this is none of the SDN list's files (sdn, alt, add, sdn_comments)");
        if (by_part[p - parts] != NULL) return refuse(files[i], err, "this part of the SDN list was given twice");
        by_part[p - parts] = files[i];
    }
    if (n > 0 && by_part[PART_ENTRIES] == NULL)
        return refuse(files[0], err, "sdn.csv must be given with it: it says whose names and addresses these are");
    return rt_ok;
}

/* Without one of them, what it tells of would count as gone. */
static rt_status check_all_there(rt_input *by_part[PARTS], rt_error *err) {
    char missing[128];
    for (size_t i = 0; i < PARTS; i++) {
        if (by_part[i] != NULL) continue;
        snprintf(missing, sizeof missing, "%s must be given with it: the whole list is its four files", parts[i].file);
        return refuse(by_part[PART_ENTRIES], err, missing);
    }
    return rt_ok;
}

static rt_status read_all(ofac_reading *of, rt_input *by_part[PARTS], rt_error *err) {
    for (size_t i = 0; i < PARTS; i++)
        if (by_part[i] != NULL) RT_TRY(read_file(of, &parts[i], by_part[i], err));
    if (rt_list_index_count(of->index) == 0) return refuse(by_part[PART_ENTRIES], err, "the list has no entries");
    of->list.file = rt_input_path(by_part[PART_ENTRIES]);
    return ofac_resolve(of, err);
}

static rt_status read_list(rt_input **files, size_t n, const rt_read_options *options, const rt_sink *sink,
                           rt_error *err) {
    rt_input *by_part[PARTS] = {0};
    rt_arena arena = {0};
    RT_TRY(sort_files(files, n, by_part, err));
    if (options->complete) RT_TRY(check_all_there(by_part, err));
    ofac_reading of = {.complete = options->complete,
                       .list = rt_list_new(sink, options, RT_S("OFAC, US Department of the Treasury"), &arena)};
    of.index = rt_list_index_new();
    of.pending_end = &of.pending;
    const rt_status s = read_all(&of, by_part, err);
    rt_list_index_free(of.index);
    rt_arena_close(&of.kept);
    rt_arena_close(&arena);
    return s;
}

extern const rt_format rt_format_ofac;
const rt_format rt_format_ofac = {
    .name = "ofac",
    .summary = "the US Treasury's SDN list: sdn.csv with alt.csv, add.csv and sdn_comments.csv",
    .dataset = "ofac",
    .together = true,
    .list = true,
    .detect = detect,
    .read = read_list,
};
