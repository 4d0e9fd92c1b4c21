/* An entry of the log: a statement, a link, a judgement, ... Its line is its JSON object in RFC 8785's form, the very
 * line that `export` prints and that is hashed.
 *
 * All types share one struct: a field that a type does not have is empty. The table rt_fields says which type has which
 * field; reader, writer, checks, the options of `state` and the JSON of `statement` come from it. */
#pragma once

#include "base/hash.h"
#include "base/json.h"

typedef enum rt_entry_type {
    RT_STATEMENT,
    RT_LINK,
    RT_JUDGEMENT,
    RT_DECISION,
    RT_DOCUMENT,
    RT_READ,
    RT_ABSENT_FROM, /* "absent": was in the edition before, is not in this one */
    RT_GRANT,
    RT_ERASURE,
    RT_SENT, /* that something of the case went out, to whom */
    RT_BATCH,
    RT_ENTRY_TYPES,
} rt_entry_type;

/* Text fields are empty, lists have no items and numbers are negative where nothing is said. */
typedef struct rt_entry {
    rt_entry_type type;
    rt_str id, recorded_at, recorded_by, handling;      /* of all types */
    rt_str entity, schema, prop, value, lang, original; /* statement */
    rt_str document, locator, quote, speaker, stance, basis, reliability, credibility, said_at, valid, dataset;
    rt_strs via;
    rt_str link, from, to, why;                   /* link; why also of others */
    rt_str a, b, judgement, score, explanation;   /* judgement */
    rt_str about, decision;                       /* decision */
    rt_str sha256, name, media_type, title, date; /* document, read */
    int64_t size;
    rt_str edition;                       /* read, absent */
    rt_str statement;                     /* absent: the one that is gone; empty: the whole entity is */
    rt_str who, clearance;                /* grant; who also of sent */
    rt_strs types, commitments, datasets; /* erasure */
    rt_str authority;
    rt_strs formats, through; /* sent */
    rt_str subject;
    int64_t entries;
    rt_str program, head, restored_from; /* batch */
    int64_t added, restored;
} rt_entry;

/* An entry of this type with nothing said. */
rt_entry rt_entry_new(rt_entry_type type);

/* RT_FIELD_TYPE is `type` itself, which no rt_str holds. */
typedef enum rt_field_kind { RT_FIELD_TEXT, RT_FIELD_LIST, RT_FIELD_NUMBER, RT_FIELD_TYPE } rt_field_kind;

/* Whether text is what the field takes; *why says what was expected instead. */
typedef bool rt_field_check(rt_str text, const char **why);

typedef struct rt_field {
    const char *name;
    rt_str key; /* as a line writes it: "name": */
    rt_field_kind kind;
    uint16_t of, needed;   /* bits 1 << rt_entry_type: types that have it, types that cannot be without it */
    uint16_t offset;       /* in rt_entry */
    rt_field_check *check; /* NULL: any text */
    const char *summary;   /* for --help and the manual */
} rt_field;

/* In the order of their names, which is the order in the line. */
extern const rt_field rt_fields[];
extern const size_t rt_field_count;

const rt_field *rt_field_named(rt_str name); /* or NULL */
rt_str *rt_entry_text(rt_entry *e, const rt_field *f);
rt_strs *rt_entry_list(rt_entry *e, const rt_field *f);
int64_t *rt_entry_number(rt_entry *e, const rt_field *f);

rt_str rt_entry_type_name(rt_entry_type type); /* "statement", ... */
bool rt_entry_type_named(rt_str name, rt_entry_type *type);

/* Whether the id of this type leaves recorded_at and recorded_by out: it is content (statement, link, document), not an
 * act. */
bool rt_entry_is_content(rt_entry_type type);

/* Of a statement: whether who speaks says, suspects or believes it, and neither denies nor takes it back; and what it
 * is known from: its document, else its dataset. */
bool rt_entry_affirms(const rt_entry *e);
rt_str rt_entry_source(const rt_entry *e);

/* Of a statement: whether it is FollowTheMoney's own row `id`, by which its tools mark that an entity is there and of
 * what it was made: kept for them, and shown by no view. */
bool rt_entry_is_mark(const rt_entry *e);

/* Which parts a line holds. */
typedef enum rt_line_part { RT_LINE_WHOLE, RT_LINE_FOR_ID, RT_LINE_CONTENT } rt_line_part;

/* Appends the line (no LF): whole; as the id is made of it (without `id`, and for content without `recorded_at` and
 * `recorded_by`); or without all three whatever the type. */
void rt_entry_line(rt_buf *out, const rt_entry *e, rt_line_part part);

/* The id: the first 32 hex digits of the SHA-256 of the line for ids. hex has room for 32 bytes; hash may be NULL. */
void rt_entry_id(const rt_entry *e, rt_hasher *h, rt_buf *scratch, char hex[32], rt_hash *hash);

/* The id and the whole line in one go, the line with this id whatever e->id says; cheaper than one after the other.
 * Both buffers are emptied first; scratch holds the line for ids afterwards. */
void rt_entry_id_and_line(const rt_entry *e, rt_hasher *h, rt_buf *scratch, rt_buf *line, char hex[32]);

/* Reads an entry from a JSON object: unknown types and fields, wrong kinds of value, missing fields, values that a
 * field does not take and a wrong id are RT_BAD (with the column, found in line). `ref` is not a field: take it off
 * first by rt_value_get. Slices point into the value. */
RT_RESULT rt_entry_read(const rt_value *object, rt_str line, rt_arena *arena, rt_entry *e, rt_error *err);

/* Checks what rt_entry_read checks of an entry that was made by hand, but for the id. */
RT_RESULT rt_entry_check(const rt_entry *e, rt_error *err);

/* Whether an entry may come from outside: `batch` and `read` say what this program itself did. What went out comes only
 * as an export has it, with its time and who noted it: nobody notes for the case what it did not do. *why says it. */
bool rt_entry_may_come(const rt_entry *e, const char **why);

/* A copy whose texts live in the arena. */
rt_entry rt_entry_copy(rt_arena *arena, const rt_entry *from);
