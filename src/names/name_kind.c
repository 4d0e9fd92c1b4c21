/* Whether a name is a person's or an organisation's, by its words. */
#include "names/name_read.h"

static const uint32_t of_people = RT_USE_GIVEN | RT_USE_FAMILY | RT_USE_PARTICLE | RT_USE_SON | RT_USE_KUNYA |
                                  RT_USE_SERVANT | RT_USE_GENERATION | RT_USE_TITLE;

/* A legal form or an ordinary word of companies, by which hardly anybody is called. */
static bool only_of_organisations(const rt_name_reading *r, size_t i) {
    const rt_lexeme *l = &r->lexemes[i];
    if ((l->uses & (RT_USE_LEGAL_FORM | RT_USE_GENERIC)) == 0 || rt_name_latin(r, i).len < 3) return false;
    return (l->uses & of_people) == 0 || (l->person_info > 9 && l->person_info - l->org_info > 2);
}

static bool has_comma(const rt_name_reading *r) {
    for (size_t i = 1; i < r->tokens.n; i++)
        if (r->tokens.at[i].before == ',') return true;
    return false;
}

/* How many letters with dots end the name: "S.A.". */
static size_t dotted_at_end(const rt_name_reading *r) {
    size_t n = 0;
    while (n < r->tokens.n && rt_name_latin(r, r->tokens.n - 1 - n).len == 1) n++;
    return n;
}

bool rt_name_is_organisation(const rt_name_reading *r) {
    const size_t n = r->tokens.n;
    return n >= 2 && (only_of_organisations(r, n - 1) || dotted_at_end(r) >= 3);
}

/* Words of people, of all; single letters are initials. */
static size_t known_of_people(const rt_name_reading *r) {
    size_t known = 0;
    for (size_t i = 0; i < r->tokens.n; i++)
        known += (r->lexemes[i].uses & of_people) != 0 || rt_name_latin(r, i).len == 1;
    return known;
}

rt_name_told rt_name_tell(const rt_name_reading *r) {
    for (size_t i = 0; i < r->tokens.n; i++)
        if (only_of_organisations(r, i)) return RT_TOLD_ORGANISATION;
    const bool known = r->tokens.n > 1 && 2 * known_of_people(r) >= r->tokens.n;
    return has_comma(r) || known ? RT_TOLD_PERSON : RT_TOLD_NOTHING;
}
