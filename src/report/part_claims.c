/* On how many origins the main claims rest: those that are in doubt, and those that more than one origin bears. */
#include "report/part.h"

enum { CLAIMS_MOST = 40 };

static const struct standing {
    const char *name, *words;
} standings[] = {
    {"retracted", "taken back by whoever said it first"},
    {"refuted", "refuted: more voices deny it than stand by it"},
    {"denied", "denied only"},
    {"disputed", "disputed"},
    {"weakened", "weakened: an origin took it back"},
    {"doubted", "doubted: all who say it are graded improbable"},
    {"corroborated", "borne by independent origins"},
};

static const char *standing_words(rt_str standing) {
    for (size_t i = 0; i < sizeof standings / sizeof *standings; i++)
        if (rt_str_is(standing, standings[i].name)) return standings[i].words;
    return NULL;
}

static bool is_main(const rt_value *claim) { return !rt_str_is(text(claim, "standing"), "single"); }

static void put_claim(rt_report *r, rt_doc_row *row, const rt_value *claim) {
    rt_sentence *s = rt_cell_say(r->doc, row, 0);
    const rt_value *entity = get(claim, "entity");
    if (!rt_str_eq(text(entity, "id"), r->who)) {
        rt_put_name(r->doc, s, RT_RUN_SOFT, text(entity, "caption"));
        rt_put(r->doc, s, RT_RUN_SOFT, ", ");
    }
    rt_put_name(r->doc, s, RT_RUN_SOFT,
                rt_prop_label_in(r->arena, rt_schema_named(text(entity, "schema")), text(claim, "prop")));
    rt_put(r->doc, s, RT_RUN_SOFT, ": ");
    rt_put_name(r->doc, s, RT_RUN_STRONG, rt_topic_words(r->arena, claim));
}

static void put_standing(rt_report *r, rt_doc_row *row, const rt_value *claim) {
    const rt_str standing = text(claim, "standing");
    const char *words = standing_words(standing);
    rt_sentence *s = rt_cell_say(r->doc, row, 1);
    if (words != NULL)
        rt_put(r->doc, s, RT_RUN_PLAIN, words);
    else
        rt_put_name(r->doc, s, RT_RUN_PLAIN, standing);
    const long long origins = integer(claim, "origins"), repeats = integer(claim, "repeats"),
                    against = integer(claim, "opposing_origins");
    rt_putf(r->doc, rt_cell_say(r->doc, row, 2), RT_RUN_PLAIN, "%lld for, %lld against", origins, against);
    if (repeats > 0)
        rt_putf(r->doc, rt_cell_say(r->doc, row, 2), RT_RUN_SOFT, "repeated %lld %s", repeats,
                repeats == 1 ? "time" : "times");
}

static void claim_row(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *claim) {
    static const char *const cited[] = {"origin_statements", "repeat_statements", "refuted_by", "retracted_by"};
    rt_doc_row *row = rt_table_add(r->doc, t);
    put_claim(r, row, claim);
    put_standing(r, row, claim);
    for (size_t i = 0; i < sizeof cited / sizeof *cited; i++)
        rt_cite(r->doc, &row->cites, &told->book, get(claim, cited[i]));
    for (const rt_value *v = rt_value_first(get(claim, "against")); v != NULL; v = v->next)
        rt_cite(r->doc, &row->cites, &told->book, get(v, "statements"));
}

static rt_status claims_write(rt_report *r, rt_error *err) {
    static const char *const heads[] = {"Claim", "Standing", "Origins", NULL};
    static const unsigned shares[] = {46, 25, 17};
    const rt_told *told;
    rt_doc_table *t = NULL;
    size_t shown = 0, more = 0;
    RT_TRY(rt_report_ask(r, "corroboration", &told, err));
    for (const rt_value *c = rt_value_first(get(told->object, "claims")); c != NULL; c = c->next) {
        if (!is_main(c)) continue;
        if (++shown > CLAIMS_MOST) {
            more++;
            continue;
        }
        if (t == NULL) t = rt_section_table(r->doc, r->section, heads, shares);
        claim_row(r, t, told, c);
    }
    if (t == NULL) return rt_ok;
    rt_para *p = rt_section_para(r->doc, r->section);
    rt_frame(r->doc, p, "Claims that rest on one origin and that nobody contradicts are not listed here.");
    if (more > 0) rt_putf(r->doc, rt_frame(r->doc, p, ""), RT_RUN_PLAIN, "%zu more are left out.", more);
    return rt_ok;
}

const rt_part rt_part_claims = {"claims", "What the main claims rest on", claims_write};
