/* The fields of an entry's line as data. */
#include <stddef.h>

#include "model/entry.h"
#include "model/grades.h"
#include "model/handling.h"
#include "model/sent.h"

enum {
    STATEMENT = 1 << RT_STATEMENT,
    LINK = 1 << RT_LINK,
    JUDGEMENT = 1 << RT_JUDGEMENT,
    DECISION = 1 << RT_DECISION,
    DOCUMENT = 1 << RT_DOCUMENT,
    READ = 1 << RT_READ,
    ABSENT = 1 << RT_ABSENT_FROM,
    GRANT = 1 << RT_GRANT,
    ERASURE = 1 << RT_ERASURE,
    SENT = 1 << RT_SENT,
    BATCH = 1 << RT_BATCH,
    ALL = (1 << RT_ENTRY_TYPES) - 1,
};

#define FIELD(field, kind, of, needed, check, summary)                                                                 \
    { #field, RT_S_INIT("\"" #field "\":"), kind, of, needed, offsetof(rt_entry, field), check, summary }
#define TEXT(field, of, needed, check, summary) FIELD(field, RT_FIELD_TEXT, of, needed, check, summary)
#define LIST(field, of, needed, check, summary) FIELD(field, RT_FIELD_LIST, of, needed, check, summary)
#define NUMBER(field, of, needed, summary) FIELD(field, RT_FIELD_NUMBER, of, needed, NULL, summary)

const rt_field rt_fields[] = {
    TEXT(a, JUDGEMENT, JUDGEMENT, NULL, "one entity"),
    TEXT(about, DECISION, DECISION, rt_is_id, "the entry that was decided on"),
    NUMBER(added, BATCH, 0, "how many entries were new"),
    TEXT(authority, ERASURE, ERASURE, NULL, "on whose order"),
    TEXT(b, JUDGEMENT, JUDGEMENT, NULL, "the other entity"),
    TEXT(basis, STATEMENT, 0, rt_is_basis, "how the speaker knows: witnessed, told, document, inferred, unknown"),
    TEXT(clearance, GRANT, GRANT, rt_is_handling, "what they may see"),
    LIST(commitments, ERASURE, ERASURE, rt_is_hash, "the commitments that stay"),
    TEXT(credibility, STATEMENT, 0, rt_is_credibility, "grade of the information, 1 (confirmed) to 6"),
    TEXT(dataset, STATEMENT | READ | ABSENT, 0, NULL, "what was imported together, under its name"),
    LIST(datasets, ERASURE, 0, NULL, "from which datasets"),
    TEXT(date, DOCUMENT, 0, rt_is_edtf, "the document's date (EDTF)"),
    TEXT(decision, DECISION, DECISION, NULL, "what was decided"),
    TEXT(document, STATEMENT, 0, NULL, "the document it stands in"),
    TEXT(edition, READ | ABSENT, 0, NULL, "the list's edition"),
    TEXT(entity, STATEMENT | ABSENT, STATEMENT | ABSENT, NULL, "id of the entity that it is about"),
    NUMBER(entries, SENT, 0, "how many entries it was made from"),
    TEXT(explanation, JUDGEMENT, 0, NULL, "what the score is made of"),
    LIST(formats, SENT, SENT, NULL, "as what it went: jsonl, documents, html, ..."),
    TEXT(from, LINK, LINK, rt_is_id, "the entry that repeats, supports, opposes, retracts or replaces"),
    TEXT(handling, ALL, 0, rt_is_handling, "who may see it: COMPARTMENT,...,LABEL"),
    TEXT(head, BATCH, 0, rt_is_hash, "root of the log before it"),
    TEXT(id, ALL, 0, rt_is_id, "the first 32 hex digits of the SHA-256 of its content"),
    TEXT(judgement, JUDGEMENT, JUDGEMENT, rt_is_judgement, "same, different or unsure"),
    TEXT(lang, STATEMENT, 0, NULL, "language of the value (ISO 639)"),
    TEXT(link, LINK, LINK, rt_is_link, "repeats, supports, opposes, retracts or replaces"),
    TEXT(locator, STATEMENT, 0, NULL, "where in the document: page or byte range"),
    TEXT(media_type, DOCUMENT, 0, NULL, "what kind of file (IANA)"),
    TEXT(name, DOCUMENT | READ, READ, NULL, "name of the file"),
    TEXT(original, STATEMENT, 0, NULL, "the value as the source writes it"),
    TEXT(program, BATCH, 0, NULL, "which program recorded it"),
    TEXT(prop, STATEMENT, STATEMENT, NULL, "the property that it gives a value of"),
    TEXT(quote, STATEMENT, 0, NULL, "the words of the document"),
    TEXT(recorded_at, ALL, 0, rt_is_timestamp, "when it entered the case"),
    TEXT(recorded_by, ALL, 0, NULL, "who entered it"),
    TEXT(reliability, STATEMENT, 0, rt_is_reliability, "grade of the source, A (reliable) to F"),
    NUMBER(restored, BATCH, 0, "how many of these keep the time and the name that they came with"),
    TEXT(restored_from, BATCH, 0, rt_is_hash, "root of the log whose export it restores"),
    TEXT(said_at, STATEMENT | LINK, 0, rt_is_edtf, "when the speaker said it (EDTF)"),
    TEXT(schema, STATEMENT, STATEMENT, NULL, "what kind of entity it is"),
    TEXT(score, JUDGEMENT, 0, rt_is_score, "how alike they are, 0.0000 to 1.0000"),
    TEXT(sha256, DOCUMENT | READ, DOCUMENT, rt_is_hash, "hash of the file"),
    NUMBER(size, DOCUMENT | READ, 0, "bytes of the file"),
    TEXT(speaker, STATEMENT | LINK, 0, NULL, "who asserts it"),
    TEXT(stance, STATEMENT, 0, rt_is_stance, "asserts, denies, suspects, believes or retracts"),
    TEXT(statement, ABSENT, 0, rt_is_id, "the one statement that is no longer in it; else the whole entity"),
    TEXT(subject, SENT, 0, NULL, "whom a report is about"),
    LIST(through, SENT, 0, rt_is_through, "the lens it was made through: clear=HANDLING, source=NAME, as-of=DAY, ..."),
    TEXT(title, DOCUMENT, 0, NULL, "the document's title"),
    TEXT(to, LINK, LINK, NULL, "the entry or the hypothesis that this is about"),
    FIELD(type, RT_FIELD_TYPE, ALL, 0, NULL, "what kind of entry it is"),
    LIST(types, ERASURE, 0, NULL, "which kinds of entry"),
    TEXT(valid, STATEMENT, 0, rt_is_edtf, "when it holds (EDTF)"),
    TEXT(value, STATEMENT, STATEMENT, NULL, "the value"),
    LIST(via, STATEMENT, 0, NULL, "through whom it reached the document, the nearest to the speaker first"),
    TEXT(who, GRANT | SENT, GRANT | SENT, NULL, "whose right it is; to whom it went"),
    TEXT(why, LINK | JUDGEMENT | DECISION | ERASURE | SENT, 0, NULL, "the reason"),
};

const size_t rt_field_count = sizeof rt_fields / sizeof *rt_fields;

const rt_field *rt_field_named(rt_str name) {
    size_t low = 0, high = rt_field_count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        const int c = rt_str_cmp(rt_str_of(rt_fields[middle].name), name);
        if (c == 0) return &rt_fields[middle];
        if (c < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

rt_str *rt_entry_text(rt_entry *e, const rt_field *f) { return (rt_str *)(void *)((char *)e + f->offset); }
rt_strs *rt_entry_list(rt_entry *e, const rt_field *f) { return (rt_strs *)(void *)((char *)e + f->offset); }
int64_t *rt_entry_number(rt_entry *e, const rt_field *f) { return (int64_t *)(void *)((char *)e + f->offset); }

static const char *const type_names[RT_ENTRY_TYPES] = {
    [RT_STATEMENT] = "statement", [RT_LINK] = "link", [RT_JUDGEMENT] = "judgement", [RT_DECISION] = "decision",
    [RT_DOCUMENT] = "document",   [RT_READ] = "read", [RT_ABSENT_FROM] = "absent",  [RT_GRANT] = "grant",
    [RT_ERASURE] = "erasure",     [RT_SENT] = "sent", [RT_BATCH] = "batch",
};

rt_str rt_entry_type_name(rt_entry_type type) { return rt_str_of(type_names[type]); }

bool rt_entry_type_named(rt_str name, rt_entry_type *type) {
    for (int i = 0; i < RT_ENTRY_TYPES; i++)
        if (rt_str_is(name, type_names[i])) return *type = (rt_entry_type)i, true;
    return false;
}

bool rt_entry_is_content(rt_entry_type type) { return type == RT_STATEMENT || type == RT_LINK || type == RT_DOCUMENT; }
