#include "analysis/channel.h"

#include "analysis/around.h"
#include "analysis/carrier.h"
#include "analysis/happening.h"
#include "analysis/party.h"
#include "base/grow.h"

/* A letter that carries a letter, and so on: as many of them. */
enum { MOST_LETTERS = 4 };

/* --- since when -------------------------------------------------------------------------------------------------- */

static const rt_since never_dated = {{"", 0}, RT_DAY_OPEN_START, RT_DAY_OPEN_END, false};

/* Whoever has part in something knows it from its first day on. */
static rt_since since_dating(const rt_dating *d) {
    if (!d->dated) return never_dated;
    const rt_day last = d->when.start_unknown ? d->when.wide.end_max : d->when.wide.start_max;
    const rt_str text = d->start.len > 0 ? d->start : d->edtf;
    return (rt_since){text, d->when.start_unknown ? RT_DAY_OPEN_START : d->when.wide.start_min, last,
                      d->when.uncertain};
}

static rt_since since_text(rt_str edtf, rt_arena *arena) {
    const rt_str none = {"", 0};
    const rt_dating d = rt_dating_of(none, none, edtf, arena);
    return since_dating(&d);
}

/* --- who --------------------------------------------------------------------------------------------------------- */

static rt_status push(rt_reading *r, rt_channels *channels, rt_channel c, rt_error *err) {
    RT_TRY(rt_party_of(r, c.name, &c.holder, err));
    if (c.holder != NULL) c.name = c.holder->caption;
    channels->at = rt_grow(r->arena, channels->at, channels->n, sizeof *channels->at);
    channels->at[channels->n++] = c;
    return rt_ok;
}

/* --- those who spoke --------------------------------------------------------------------------------------------- */

static rt_status document_date(rt_reading *r, rt_str document, rt_str *date, rt_error *err) {
    rt_entry d;
    bool found = false;
    *date = (rt_str){"", 0};
    if (document.len > 0) RT_TRY(rt_lens_document(r->lens, document, r->arena, &d, &found, err));
    if (found) *date = d.date;
    return rt_ok;
}

/* When it was said: as is told, else in the document; what reached the document through others was said before it. */
static rt_since said(const rt_entry *e, const rt_since *document) {
    rt_since s = *document;
    if (e->via.n == 0) return s;
    s.edtf = (rt_str){"", 0};
    s.first = RT_DAY_OPEN_START;
    return s;
}

/* --- parties of events and papers --------------------------------------------------------------------------------- */

typedef struct role {
    rt_str prop;
    const char *schema; /* only of these; NULL: of any */
    rt_str how;
    rt_certainty reached;
} role;

/* What a paper is about need not reach whom it is about; a condition has to reach whom it binds, but nobody says so. */
static const role roles[] = {
    {RT_S_INIT("sender"), NULL, RT_S_INIT("sender"), RT_CERTAIN},
    {RT_S_INIT("recipients"), NULL, RT_S_INIT("recipient"), RT_CERTAIN},
    {RT_S_INIT("author"), NULL, RT_S_INIT("author"), RT_CERTAIN},
    {RT_S_INIT("publisher"), NULL, RT_S_INIT("publisher"), RT_CERTAIN},
    {RT_S_INIT("authority"), NULL, RT_S_INIT("authority"), RT_CERTAIN},
    {RT_S_INIT("decidedBy"), NULL, RT_S_INIT("decided it"), RT_CERTAIN},
    {RT_S_INIT("organizer"), NULL, RT_S_INIT("organizer"), RT_CERTAIN},
    {RT_S_INIT("involved"), NULL, RT_S_INIT("took part"), RT_CERTAIN},
    {RT_S_INIT("visitor"), NULL, RT_S_INIT("visitor"), RT_CERTAIN},
    {RT_S_INIT("visited"), NULL, RT_S_INIT("visited"), RT_CERTAIN},
    {RT_S_INIT("traveller"), NULL, RT_S_INIT("traveller"), RT_CERTAIN},
    {RT_S_INIT("detainee"), NULL, RT_S_INIT("detainee"), RT_CERTAIN},
    {RT_S_INIT("facility"), NULL, RT_S_INIT("facility"), RT_CERTAIN},
    {RT_S_INIT("person"), "Release", RT_S_INIT("released"), RT_CERTAIN},
    {RT_S_INIT("subject"), "Condition", RT_S_INIT("bound by it"), RT_POSSIBLE},
};

static bool is_among(rt_str prop, const rt_str *list, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (rt_str_eq(prop, list[i])) return true;
    return false;
}

rt_certainty rt_known_to_parties(const rt_entry *e) {
    const rt_str prop = e->prop;
    static const rt_str later[] = {RT_S_INIT("notes"),     RT_S_INIT("description"), RT_S_INIT("proof"),
                                   RT_S_INIT("sourceUrl"), RT_S_INIT("modifiedAt"),  RT_S_INIT("retrievedAt")};
    static const rt_str told[] = {RT_S_INIT("summary"), RT_S_INIT("outcome"), RT_S_INIT("status"), RT_S_INIT("reason")};
    if (is_among(prop, later, sizeof later / sizeof *later)) return RT_IMPOSSIBLE;
    if (rt_str_is(prop, "rule") && rt_str_is(e->basis, "inferred")) return RT_IMPOSSIBLE;
    return is_among(prop, told, sizeof told / sizeof *told) ? RT_POSSIBLE : RT_CERTAIN;
}

/* A letter reaches its recipients on the day of receipt, where that is told. */
static rt_since since_of(const rt_entity *paper, const role *as, rt_arena *arena) {
    const rt_claims received = rt_claims_named(paper->claims, RT_S("receivedAt"));
    if (rt_str_is(as->prop, "recipients") && received.n > 0 && rt_claim_affirmed(&received.at[0]))
        return since_text(received.at[0].value, arena);
    const rt_dating d = rt_dating_by(paper, arena);
    return since_dating(&d);
}

static rt_status add_role(rt_reading *r, const rt_entity *paper, const role *as, rt_channels *channels, rt_error *err) {
    const rt_claims claims = rt_claims_named(paper->claims, as->prop);
    if (as->schema != NULL && !rt_entity_is(paper, as->schema)) return rt_ok;
    for (size_t i = 0; i < claims.n; i++) {
        if (!rt_claim_affirmed(&claims.at[i])) continue;
        const rt_channel c = {.name = claims.at[i].value,
                              .how = as->how,
                              .through = paper,
                              .since = since_of(paper, as, r->arena),
                              .reached = as->reached};
        RT_TRY(push(r, channels, c, err));
    }
    return rt_ok;
}

/* Whoever held the item in a chain of custody. */
static rt_status add_holders(rt_reading *r, const rt_entity *custody, const rt_entity *paper, rt_channels *channels,
                             rt_error *err) {
    const rt_claims holders = rt_claims_named(custody->claims, RT_S("holder"));
    const rt_dating d = rt_dating_by(custody, r->arena);
    for (size_t i = 0; i < holders.n; i++) {
        if (!rt_claim_affirmed(&holders.at[i])) continue;
        const rt_channel c = {.name = holders.at[i].value,
                              .how = RT_S("holder"),
                              .through = paper,
                              .since = since_dating(&d),
                              .reached = RT_CERTAIN};
        RT_TRY(push(r, channels, c, err));
    }
    return rt_ok;
}

static rt_status add_parties(rt_reading *r, const rt_entity *paper, rt_channels *channels, rt_error *err) {
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) RT_TRY(add_role(r, paper, &roles[i], channels, err));
    return rt_ok;
}

/* What else holds it: a letter that carries it, one that carries this letter; and who held it. */
static rt_status add_around(rt_reading *r, const rt_entity *e, int steps, rt_channels *channels, rt_error *err) {
    rt_around around;
    RT_TRY(rt_around_read(r, e, &around, err));
    for (size_t i = 0; i < around.n; i++) {
        const rt_neighbour *n = &around.at[i];
        if (!rt_facts_affirm(n->naming)) continue;
        if (rt_entity_is(n->entity, "Custody")) RT_TRY(add_holders(r, n->entity, e, channels, err));
        if (!rt_str_is(n->role, "carries")) continue;
        RT_TRY(add_parties(r, n->entity, channels, err));
        if (steps > 1) RT_TRY(add_around(r, n->entity, steps - 1, channels, err));
    }
    return rt_ok;
}

static bool is_relation(const rt_entity *e) { return e->schema != NULL && e->schema->is_edge; }

static bool is_paper(const rt_entity *e) {
    return rt_is_happening(e) || rt_entity_is(e, "Document") || rt_entity_is(e, "Exhibit");
}

rt_status rt_channels_of_entity(rt_reading *r, const rt_entity *e, rt_channels *channels, rt_error *err) {
    static const rt_str held_in[] = {RT_S_INIT("proof"), RT_S_INIT("file"), RT_S_INIT("container")};
    if (!is_relation(e)) RT_TRY(add_parties(r, e, channels, err));
    if (is_paper(e)) RT_TRY(add_around(r, e, MOST_LETTERS, channels, err));
    for (size_t i = 0; i < sizeof held_in / sizeof *held_in; i++) {
        const rt_claims claims = rt_claims_named(e->claims, held_in[i]);
        for (size_t k = 0; k < claims.n; k++) {
            const rt_entity *paper;
            RT_TRY(rt_reading_entity(r, claims.at[k].value, &paper, err));
            if (paper == NULL || !rt_claim_affirmed(&claims.at[k])) continue;
            RT_TRY(add_parties(r, paper, channels, err));
            RT_TRY(add_around(r, paper, MOST_LETTERS, channels, err));
        }
    }
    return rt_ok;
}

/* --- statements and documents that letters carry ----------------------------------------------------------------- */

/* By the id of a statement or a document. */
static rt_status add_carriers(rt_reading *r, rt_str id, rt_channels *channels, rt_error *err) {
    rt_entity_set letters, custodies;
    RT_TRY(rt_carriers_of(r, id, "carries", &letters, err));
    RT_TRY(rt_carriers_of(r, id, "item", &custodies, err));
    for (size_t i = 0; i < letters.n; i++) {
        RT_TRY(add_parties(r, letters.at[i], channels, err));
        RT_TRY(add_around(r, letters.at[i], MOST_LETTERS, channels, err));
    }
    for (size_t i = 0; i < custodies.n; i++)
        if (rt_entity_is(custodies.at[i], "Custody"))
            RT_TRY(add_holders(r, custodies.at[i], custodies.at[i], channels, err));
    return rt_ok;
}

static void add_all(rt_reading *r, const rt_channels *from, rt_channels *to) {
    for (size_t i = 0; i < from->n; i++) {
        to->at = rt_grow(r->arena, to->at, to->n, sizeof *to->at);
        to->at[to->n++] = from->at[i];
    }
}

static rt_status add_speakers(rt_reading *r, const rt_fact *f, rt_channels *channels, rt_error *err) {
    const rt_entry *e = &f->s.e;
    rt_str date;
    RT_TRY(document_date(r, e->document, &date, err));
    const rt_since document = since_text(date, r->arena);
    const rt_since first = e->said_at.len > 0 ? since_text(e->said_at, r->arena) : said(e, &document);
    rt_channel c = {.name = e->speaker, .how = RT_S("speaker"), .since = first, .reached = RT_CERTAIN};
    if (c.name.len > 0) RT_TRY(push(r, channels, c, err));
    c.how = RT_S("passed it on");
    c.since = (rt_since){{"", 0}, first.first, document.last, first.doubted || document.doubted};
    for (size_t i = 0; i < e->via.n; i++) {
        c.name = e->via.at[i];
        RT_TRY(push(r, channels, c, err));
    }
    return rt_ok;
}

rt_status rt_channels_of_fact(rt_reading *r, const rt_fact *f, rt_carried *last, rt_channels *channels, rt_error *err) {
    RT_TRY(add_speakers(r, f, channels, err));
    RT_TRY(add_carriers(r, f->s.e.id, channels, err));
    if (!rt_str_eq(f->s.e.document, last->document)) {
        const rt_str document = f->s.e.document, source = document.len > 0 ? rt_fact_source(f) : document;
        *last = (rt_carried){.document = document};
        RT_TRY(add_carriers(r, document, &last->channels, err));
        if (!rt_str_eq(source, document)) RT_TRY(add_carriers(r, source, &last->channels, err));
    }
    add_all(r, &last->channels, channels);
    return rt_ok;
}

/* --- by a day ---------------------------------------------------------------------------------------------------- */

rt_certainty rt_channel_by(const rt_channel *c, const rt_when *day) {
    if (c->since.first > day->wide.end_max) return RT_IMPOSSIBLE;
    const bool sure = c->since.last <= day->wide.end_min && !c->since.doubted && !day->uncertain;
    return sure ? c->reached : RT_POSSIBLE;
}
