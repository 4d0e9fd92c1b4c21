/* Random entries of every type and of every kind of entity that some view looks at, each hidden or not under random
 * handling. A kind is a line of the table `kinds`: what a new view reads belongs there. */
#pragma once

#include "analysis/shown.h"
#include "analysis/world.h"

/* Under a sanitizer fewer cases are tried. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SLOW 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SLOW 1
#endif

enum {
    MOST_ENTRIES = 900,
    DOCUMENTS = 3,
    LINKS = 45,
    JUDGEMENTS = 8,
    DECISIONS = 6,
    LEFT_LISTS = 6,
    EDITIONS = 8,
    ERASURES = 4,
    SENT = 5,
    GROUNDS = 8
};

typedef struct random_case {
    made entries[MOST_ENTRIES];
    size_t n;
    rt_str grounds[GROUNDS]; /* ids of statements on which judgements rest */
    size_t n_grounds;
    uint64_t chance;
} random_case;

static inline made_list all_of(const random_case *c) { return (made_list){c->entries, c->n}; }

/* xorshift64* (Vigna 2016): small, and the same everywhere. */
static inline unsigned chance(random_case *c, unsigned below) {
    c->chance ^= c->chance >> 12;
    c->chance ^= c->chance << 25;
    c->chance ^= c->chance >> 27;
    return (unsigned)((c->chance * 2685821657736338717U) >> 33) % below;
}

#define PICK(c, list) (list)[chance(c, sizeof(list) / sizeof *(list))]

/* --- what is said ------------------------------------------------------------------------------------------------- */

/* Who there is: ids are the letters and a number. What is said of each stands as prop=VALUE;prop=VALUE. A value is one
 * of several that `|` parts. `@p` is the id of one of this kind, `#` begins a value that is made (below). */
typedef struct kind {
    const char *letters;
    unsigned many;
    const char *schema, *says;
} kind;

static const kind kinds[] = {
    {"p", 6, "Person",
     "name=#name;name=#name;alias=#name;birthDate=#birth;birthDate=#birth;age=22|30;nationality=be|fr;gender=male|"
     "female;"
     "topics=wanted|crime.terror;notes=was ill|was seen in Rome;address=1 Main Street|2 Side Street;"
     "addressEntity=@a;position=clerk;passportNumber=X1234567;kind=suspect|witness"},
    {"c", 3, "PublicBody", "name=Camp Alpha|Camp Beta|Prison Gamma;country=be|iq;address=1 Main Street;parent=@o"},
    {"a", 2, "Address", "full=1 Main Street, Rome|2 Side Street;city=Rome;country=it"},
    {"o", 2, "Organization", "name=The Front|The Ministry;country=be|iq;notes=was banned"},
    {"f", 5, "Family", "person=@p;relative=@p;relationship=brother|mother|son|cousin|wife;startDate=#day"},
    {"s", 3, "Associate", "person=@p;associate=@p;relationship=friend;date=#day"},
    {"u", 2, "UnknownLink", "subject=@p;object=@o|@p|@c;role=entered in the list"},
    {"w", 2, "Membership", "member=@p;organization=@o;role=leader|fighter;startDate=#day;endDate=#day"},
    {"j", 2, "Employment", "employee=@p;employer=@o|@c;role=guard;startDate=#day"},
    {"d", 9, "Detention", "detainee=@p;facility=@c;startDate=#start;endDate=#end;country=be|iq;outcome=released"},
    {"v", 4, "Visit", "visitor=@p;visited=@p;facility=@c;date=#day;count=2|20"},
    {"t", 3, "Travel",
     "traveller=@p;startLocation=@c|@a;endLocation=@a|Rome;startDate=#day;endDate=#day;outcome=turned back"},
    {"e", 3, "Event", "name=A meeting|An attack;involved=@p;organizer=@o|@p;location=@c|Rome;date=#day;target=@c"},
    {"n", 2, "Offence", "accused=@p;charge=theft|illegal entry;file=@y;status=open|closed;date=#day"},
    {"l", 2, "Sentence", "accused=@p;term=P2Y|P10Y;outcome=shortened;startDate=#day"},
    {"z", 2, "Release", "person=@p;facility=@c;authority=@o;date=#day;reason=ill"},
    {"i", 3, "Condition",
     "subject=@p;release=@z;authority=@o;rule=no passport|forbid Passport where holder is $subject|expect "
     "Visit where visitor is $subject within 1 year after (Release where person is $subject)|forbid "
     "Pasport;startDate=#day"},
    {"ik", 3, "Condition",
     "name=A watch;rule=forbid Travel where traveller is $subject and endLocation.country is not be|count Visit where "
     "visitor is $subject at least 2|forbid Detention where facility is c0 during 2005|expect Visit where visitor is "
     "$subject within 1 month after (Release where person is $subject) on record|match file-a"},
    {"m", 3, "Message", "sender=@o|@p;recipients=@o|@p;date=#day;subject=a name;carries=@y"},
    {"q", 3, "Request",
     "sender=@o|@p;recipients=@o|@p;date=#day;subject=what is known of @p;status=open|answered|refused"},
    {"k", 2, "Reply", "sender=@o|@p;recipients=@o|@p;inReplyToMessage=@q;date=#day;outcome=refused|nothing is known"},
    {"g", 3, "Vetting",
     "subject=@p;purpose=passport;authority=@o;query=#name;evidence=@y|@sc|@sc;answer=nothing;decision=issued|refused;"
     "decidedBy=@o;date=#day"},
    {"sc", 2, "Screen",
     "asked=#name|@p;contentHash=#hash;shown=#hash;generator=redthread;clearance=hawk;"
     "lens={\"narrowed\":true,\"sources\":[]}|{\"narrowed\":false,\"sources\":[]}"},
    {"b", 2, "Passport", "holder=@p;authority=@o;country=be;startDate=#day;passportNumber=X1234567;type=passport"},
    {"r", 2, "Container", "name=A plastic bag;seal=S1;date=#day;foundWith=@p;container=@r"},
    {"x", 4, "Exhibit", "name=A knife|A paper;container=@r;attributedTo=@p;bearsName=#name;amount=2;contentHash=#hash"},
    {"y", 3, "Assessment", "title=On a man;subject=@p;finding=is ill|may be recuperated;author=@o;date=#day"},
    {"cu", 2, "Custody", "item=@x|@r;holder=@o|@p;startDate=#day;endDate=#day"},
    {"h", 4, "Hypothesis", "name=He is another|He got away;subject=@p|@x;object=@p|@c;notes=so some think"},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static const char *const given_names[] = {"Ali", "Maria", "Usama", "Jeanne"};
static const char *const family_names[] = {"Example", "Marek", "Attar", "Атар", "Petrov"};
static const char *const speakers[] = {"Court", "Police", "Ministry", "p1", "o0"};
static const char *const datasets[] = {"file-a", "file-b", "ofac", "un"};
static const char *const handlings[] = {"hawk", "hawk,green", "green", "kite,amber", "hawk,kite", "red"};
static const char *const days_of_recording[] = {"2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04"};

/* The kind whose ids begin with these letters, or NULL. */
static inline const kind *kind_of(rt_str letters) {
    for (size_t i = 0; i < KINDS; i++)
        if (rt_str_is(letters, kinds[i].letters)) return &kinds[i];
    return NULL;
}

/* A day or a span as a paper gives it, near a year. */
static inline void make_day(random_case *c, rt_buf *out, unsigned year) {
    static const char *const forms[] = {"%u",    "%u-05",   "%u-05-17",    "%u~",       "%u-08?",
                                        "%u-11", "..%u-03", "%u-02/%u-06", "[%u,%u-09]"};
    char text[40];
    const char *form = PICK(c, forms);
    if (strncmp(form, "..", 2) == 0)
        snprintf(text, sizeof text, "[..%u-03]", year);
    else
        snprintf(text, sizeof text, form, year, year);
    rt_buf_add(out, rt_str_of(text));
}

static inline void make_value(random_case *c, rt_buf *out, rt_str form) {
    if (rt_str_is(form, "#name"))
        rt_buf_printf(out, "%s %s", PICK(c, given_names), PICK(c, family_names));
    else if (rt_str_is(form, "#birth"))
        make_day(c, out, 1970 + chance(c, 4));
    else if (rt_str_is(form, "#start"))
        make_day(c, out, 2004 + chance(c, 3));
    else if (rt_str_is(form, "#end"))
        make_day(c, out, 2005 + chance(c, 4));
    else if (rt_str_is(form, "#day"))
        make_day(c, out, 2003 + chance(c, 8));
    else if (rt_str_is(form, "#hash"))
        rt_buf_printf(out, "%064u", chance(c, 3));
    else if (form.len > 1 && form.at[0] == '@')
        rt_buf_printf(out, "%.*s%u", RT_FMT(rt_str_from(form, 1)), chance(c, kind_of(rt_str_from(form, 1))->many));
    else
        rt_buf_add(out, form);
}

/* One of "a|b|c". */
static inline rt_str one_of(random_case *c, rt_str forms) {
    rt_str rest = forms, form = {"", 0};
    unsigned n = 1;
    for (size_t i = 0; i < forms.len; i++) n += forms.at[i] == '|';
    for (unsigned k = chance(c, n) + 1; k > 0; k--) rt_str_split(&rest, RT_S("|"), &form);
    return form;
}

/* Who says it, where, when, how, and who may see it. */
static inline void make_circumstances(random_case *c, rt_buf *out) {
    static const char *const said[] = {"2004", "2005~", "2003-05-06", "2012"};
    static const char *const valid[] = {"2004/2006", "2005", "../2007", "2004?"};
    static const char *const stances[] = {"denies", "suspects", "believes", "retracts"};
    rt_buf_printf(out, " | speaker %s | dataset %s", PICK(c, speakers), PICK(c, datasets));
    if (chance(c, 2) == 0) rt_buf_printf(out, " | said_at %s", PICK(c, said));
    if (chance(c, 4) == 0) rt_buf_printf(out, " | valid %s", PICK(c, valid));
    if (chance(c, 6) == 0) rt_buf_printf(out, " | stance %s", PICK(c, stances));
    if (chance(c, 6) == 0) rt_buf_printf(out, " | via %s", PICK(c, speakers));
    if (chance(c, 4) == 0) rt_buf_printf(out, " | quote the words of it");
    if (chance(c, 4) == 0) rt_buf_printf(out, " | reliability B | credibility 2 | basis told");
    if (chance(c, 4) == 0) rt_buf_printf(out, " | document %.*s", 32, c->entries[chance(c, DOCUMENTS)].id);
}

/* --- entries ------------------------------------------------------------------------------------------------------ */

/* What stands in the documents, by their size. */
static const char *const papers[] = {
    "Ali was ill, and was seen in Rome. The Ministry denies it.",
    "A clerk writes: Omar was banned. Ali, Ali and Omar were seen at Camp Alpha.",
    "Nothing is known of the passport.",
};

static inline void add_made(world *w, rt_entry *e, char id[32]) {
    if (e->type == RT_DOCUMENT)
        world_add_paper(w, e, rt_str_of(papers[e->size % 3]), id);
    else
        world_add(w, e, id);
}

static inline void keep(random_case *c, world *w, rt_entry e) {
    assert_true(c->n < MOST_ENTRIES);
    made *m = &c->entries[c->n++];
    e.recorded_by = RT_S("A. Clerk");
    e.recorded_at = rt_str_printf(&w->arena, "%sT0%u:00:00.000000Z", PICK(c, days_of_recording), chance(c, 9));
    if (e.handling.len == 0 && chance(c, 3) == 0) e.handling = rt_str_of(PICK(c, handlings));
    add_made(w, &e, m->id);
    if (chance(c, 40) == 0) world_commit(w);
    m->e = e;
    m->e.id = (rt_str){m->id, 32};
}

static inline void make_statement(random_case *c, world *w, rt_str id, const char *schema, rt_str prop, rt_str forms) {
    RT_AUTO(rt_buf) line = {0};
    rt_buf_printf(&line, "%.*s %s %.*s = ", RT_FMT(id), schema, RT_FMT(prop));
    make_value(c, &line, one_of(c, forms));
    make_circumstances(c, &line);
    rt_entry e = statement_of(w, rt_str_z(&w->arena, rt_str_copy(&w->arena, rt_buf_str(&line))));
    if (id.at[0] == '!') e.entity = RT_S("ghost"), e.handling = RT_S("hawk,red"); /* all of it is hidden */
    keep(c, w, e);
}

static inline void make_entity(random_case *c, world *w, const kind *k, rt_str id) {
    static const unsigned times[] = {0, 1, 1, 1, 2};
    rt_str rest = rt_str_of(k->says), said, prop;
    while (rest.len > 0 && rt_str_split(&rest, RT_S(";"), &said)) {
        rt_str_split(&said, RT_S("="), &prop);
        for (unsigned n = PICK(c, times); n > 0; n--) make_statement(c, w, id, k->schema, prop, said);
    }
}

static inline rt_str random_id(random_case *c, world *w, const char *letters) {
    return rt_str_printf(&w->arena, "%s%u", letters, chance(c, kind_of(rt_str_of(letters))->many));
}

/* An entry that was made before: a statement, but for a few that are acts. */
static inline const made *earlier(random_case *c) {
    const made *m = &c->entries[DOCUMENTS + chance(c, (unsigned)c->n - DOCUMENTS)];
    return m->e.type == RT_STATEMENT || chance(c, 3) == 0 ? m : &c->entries[DOCUMENTS];
}

/* Another statement of the same property, so that links are such as people make; or any. */
static inline const made *akin(random_case *c, const made *to) {
    const made *m = to;
    for (int i = 0; i < 60; i++) {
        m = earlier(c);
        if (m != to && rt_str_eq(m->e.prop, to->e.prop) && rt_str_eq(m->e.entity, to->e.entity)) return m;
    }
    return m;
}

static inline void make_link(random_case *c, world *w) {
    static const char *const links[] = {"retracts", "replaces", "repeats", "repeats", "supports", "opposes"};
    static const char *const ends[] = {"supports", "opposes"};
    rt_entry e = rt_entry_new(RT_LINK);
    const made *to = earlier(c);
    e.link = rt_str_of(PICK(c, links));
    e.to = to->e.id;
    e.from = akin(c, to)->e.id;
    if (chance(c, 3) == 0) e.to = random_id(c, w, "h"), e.link = rt_str_of(PICK(c, ends));
    if (chance(c, 2) == 0) e.speaker = to->e.speaker;
    if (chance(c, 3) == 0) e.said_at = RT_S("2011");
    keep(c, w, e);
}

/* A statement on which the last entry, a judgement, rests. */
static inline void make_ground(random_case *c, world *w) {
    rt_entry e = rt_entry_new(RT_LINK);
    e.link = RT_S("supports");
    e.to = c->entries[c->n - 1].e.id;
    do e.from = earlier(c)->e.id;
    while (rt_str_eq(e.from, e.to));
    c->grounds[c->n_grounds++] = e.from;
    keep(c, w, e);
}

static inline void make_judgement(random_case *c, world *w) {
    static const char *const judgements[] = {"same", "same", "different", "unsure"};
    rt_entry e = rt_entry_new(RT_JUDGEMENT);
    e.a = random_id(c, w, "p");
    do e.b = chance(c, 6) == 0 ? RT_S("ghost") : random_id(c, w, "p");
    while (rt_str_eq(e.a, e.b));
    e.judgement = rt_str_of(PICK(c, judgements));
    e.why = RT_S("a test");
    keep(c, w, e);
    if (chance(c, 4) > 0) make_ground(c, w);
}

static inline void make_decision(random_case *c, world *w) {
    static const char *const decisions[] = {"accepted", "rejected", "acknowledged"};
    rt_entry e = rt_entry_new(RT_DECISION);
    e.about = earlier(c)->e.id;
    e.decision = rt_str_of(PICK(c, decisions));
    e.why = RT_S("a test");
    keep(c, w, e);
}

static inline void make_document(random_case *c, world *w, unsigned number) {
    rt_entry e = rt_entry_new(RT_DOCUMENT);
    e.size = number;
    e.title = RT_S("A paper");
    e.name = RT_S("paper.txt");
    e.date = rt_str_printf(&w->arena, "200%u", 3 + number);
    keep(c, w, e);
}

static const char *const days_of_editions[] = {"2004-01-01", "2005-06-30", "2006", "2019-12-31"};

/* A list was read whole; or, where it is not, one of its files once more. */
static inline void make_edition(random_case *c, world *w) {
    rt_entry e = rt_entry_new(RT_READ);
    e.name = RT_S("list.xml");
    e.sha256 = rt_str_printf(&w->arena, "%064u", chance(c, 5));
    e.dataset = rt_str_of(PICK(c, datasets));
    e.edition = rt_str_of(PICK(c, days_of_editions));
    keep(c, w, e);
}

/* Something was erased: what it was nobody can tell. */
static inline void make_erasure(random_case *c, world *w) {
    rt_entry e = rt_entry_new(RT_ERASURE);
    e.authority = RT_S("a court");
    e.why = RT_S("a test");
    e.commitments = (rt_strs){RT_NEW(&w->arena, rt_str), 1};
    e.commitments.at[0] = rt_str_printf(&w->arena, "%064u", chance(c, 1000));
    e.types = (rt_strs){RT_NEW(&w->arena, rt_str), 1};
    e.types.at[0] = RT_S("statement");
    e.datasets = (rt_strs){RT_NEW(&w->arena, rt_str), 1};
    e.datasets.at[0] = rt_str_of(PICK(c, datasets));
    keep(c, w, e);
}

/* Something went out: with what it names, seen by those alone whom its handling lets. */
static inline void make_sent(random_case *c, world *w) {
    static const char *const lenses[] = {"clear=hawk,amber", "source=file-a",    "as-of=2020-01-02",
                                         "said-by=2005",     "as-if-same=p1=p2", "as-if-apart=p2=p3"};
    rt_entry e = rt_entry_new(RT_SENT);
    e.who = rt_str_of(PICK(c, family_names));
    e.why = RT_S("a test");
    e.formats = (rt_strs){RT_NEW(&w->arena, rt_str), 1};
    e.formats.at[0] = RT_S("jsonl");
    e.through = (rt_strs){RT_NEW(&w->arena, rt_str), 1};
    e.through.at[0] = rt_str_of(PICK(c, lenses));
    e.subject = random_id(c, w, "p");
    e.entries = chance(c, 1000);
    keep(c, w, e);
}

/* Somebody is no longer on a list, or a list says something of somebody no more. */
static inline void make_absent(random_case *c, world *w) {
    rt_entry e = rt_entry_new(RT_ABSENT_FROM);
    const made *m = earlier(c);
    const bool of_statement = m->e.type == RT_STATEMENT && chance(c, 2) == 0;
    e.entity = of_statement ? m->e.entity : random_id(c, w, "p");
    e.statement = of_statement ? m->e.id : RT_S("");
    e.dataset = of_statement ? m->e.dataset : rt_str_of(PICK(c, datasets));
    e.edition = rt_str_of(PICK(c, days_of_editions));
    keep(c, w, e);
}

/* Fills a world; the same for the same seed. */
static inline void random_case_fill(random_case *c, world *w, uint64_t seed) {
    memset(c, 0, sizeof *c);
    c->chance = seed * 2 + 1;
    for (unsigned i = 0; i < DOCUMENTS; i++) make_document(c, w, i);
    for (size_t k = 0; k < KINDS; k++)
        for (unsigned i = 0; i < kinds[k].many; i++)
            make_entity(c, w, &kinds[k], rt_str_printf(&w->arena, "%s%u", kinds[k].letters, i));
    make_entity(c, w, &kinds[0], RT_S("!"));
    for (int i = 0; i < LINKS; i++) make_link(c, w);
    for (int i = 0; i < JUDGEMENTS; i++) make_judgement(c, w);
    for (int i = 0; i < DECISIONS; i++) make_decision(c, w);
    for (int i = 0; i < EDITIONS; i++) make_edition(c, w);
    for (int i = 0; i < LEFT_LISTS; i++) make_absent(c, w);
    for (int i = 0; i < ERASURES; i++) make_erasure(c, w);
    for (int i = 0; i < SENT; i++) make_sent(c, w);
    world_commit(w);
}
