/* What a note says: the voice, the place, the sentence, the statements. */
#include "base/date_english.h"
#include "base/pick.h"
#include "report/clean.h"
#include "report/doc.h"
#include "report/words.h"

/* The Admiralty grades in words (NATO STANAG 2511, as AJP-2.1 has them). */
static const char *const reliabilities[] = {"completely reliable",  "usually reliable", "fairly reliable",
                                            "not usually reliable", "unreliable",       "reliability cannot be judged"};
static const char *const credibilities[] = {
    "confirmed by other sources", "probably true", "possibly true", "doubtful", "improbable", "truth cannot be judged"};

static void grade(rt_doc *d, rt_sentence *s, rt_str letter, char first, const char *const *words) {
    if (letter.len != 1 || letter.at[0] < first || letter.at[0] > first + 5) return;
    rt_putf(d, s, RT_RUN_PLAIN, "; %c: %s", letter.at[0], words[letter.at[0] - first]);
}

static void grades(rt_doc *d, rt_sentence *s, const rt_value *of) {
    const rt_str reliability = text(of, "reliability"), credibility = text(of, "credibility");
    grade(d, s, reliability, 'A', reliabilities);
    grade(d, s, credibility, '1', credibilities);
    if (reliability.len + credibility.len == 0) rt_put(d, s, RT_RUN_PLAIN, "; not graded");
}

static void dated(rt_doc *d, rt_sentence *s, const rt_value *of, const char *field, const char *words) {
    const rt_str edtf = text(of, field);
    if (edtf.len == 0) return;
    rt_put(d, s, RT_RUN_PLAIN, words);
    rt_put_name(d, s, RT_RUN_PLAIN, rt_date_words(d->arena, edtf, RT_MONTHS_LONG));
}

static void voice(rt_doc *d, rt_sentence *s, const rt_value *of) {
    static const char *const basis[][2] = {{"witnessed", "; saw or heard it"},
                                           {"told", "; was told"},
                                           {"document", "; from a document"},
                                           {"inferred", "; inferred"}};
    static const char *const stances[][2] = {{"denies", " denies it"},
                                             {"believes", " believes it"},
                                             {"suspects", " suspects it"},
                                             {"retracts", " takes it back"}};
    const rt_str who = text(of, "speaker");
    if (who.len > 0)
        rt_put_name(d, s, RT_RUN_STRONG, who);
    else
        rt_put(d, s, RT_RUN_STRONG, "Nobody named");
    for (const rt_value *v = rt_value_first(get(of, "via")); v != NULL; v = v->next) {
        rt_put(d, s, RT_RUN_PLAIN, v == rt_value_first(get(of, "via")) ? ", through " : ", then ");
        rt_put_name(d, s, RT_RUN_PLAIN, rt_scalar_text(d->arena, v));
    }
    for (size_t i = 0; i < 4; i++)
        if (rt_str_is(text(of, "stance"), stances[i][0])) {
            rt_put(d, s, RT_RUN_PLAIN, rt_value_count(get(of, "via")) > 0 ? "," : "");
            rt_put(d, s, RT_RUN_DOUBT, stances[i][1]);
        }
    dated(d, s, of, "said_at", "; said ");
    dated(d, s, of, "valid", "; of ");
    for (size_t i = 0; i < 4; i++)
        if (rt_str_is(text(of, "basis"), basis[i][0])) rt_put(d, s, RT_RUN_PLAIN, basis[i][1]);
    grades(d, s, of);
    rt_put(d, s, RT_RUN_PLAIN, ".");
}

static void place(rt_doc *d, rt_para *p, const rt_value *of) {
    static const char *const fields[] = {"dataset", "document", "locator"};
    const rt_str title = text(of, "document_title");
    rt_sentence *s = rt_say(d, p);
    if (title.len > 0) rt_put_name(d, s, RT_RUN_PLAIN, title);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const rt_str part = text(of, fields[i]);
        if (part.len == 0) continue;
        rt_putf(d, s, RT_RUN_PLAIN, s->first != NULL ? ", %s " : "%s ", fields[i]);
        rt_put_name(d, s, i == 1 ? RT_RUN_CODE : RT_RUN_PLAIN, part);
    }
    rt_put(d, s, RT_RUN_PLAIN, s->first != NULL ? "." : "Stated by hand: no document.");
}

static void quote(rt_doc *d, rt_para *p, const rt_value *of) {
    if (text(of, "quote").len == 0) return;
    rt_sentence *s = rt_say(d, p);
    rt_put(d, s, RT_RUN_PLAIN, "\xe2\x80\x9c");
    rt_put_whole(d, s, RT_RUN_PLAIN, text(of, "quote"));
    rt_put(d, s, RT_RUN_PLAIN, "\xe2\x80\x9d");
}

/* What became of it since. */
static void fate(rt_doc *d, rt_para *p, const rt_value *of) {
    const bool surely = text(of, "retracted_by").len > 0;
    const rt_str by = surely ? text(of, "retracted_by") : text(of, "possibly_retracted_by");
    if (by.len > 0) {
        rt_sentence *s = rt_say(d, p);
        rt_put(d, s, RT_RUN_DOUBT,
               surely ? "Taken back or replaced by statement " : "Possibly taken back or replaced by statement ");
        rt_put_name(d, s, RT_RUN_CODE, by);
        rt_put(d, s, RT_RUN_PLAIN, ".");
    }
    if (rt_str_is(text(of, "said"), "possibly"))
        rt_put(d, rt_say(d, p), RT_RUN_DOUBT, "Possibly said only after the day that was asked for.");
    if (rt_str_is(text(of, "held"), "possibly"))
        rt_put(d, rt_say(d, p), RT_RUN_DOUBT, "Held only possibly on the day that was asked for.");
}

static void ids(rt_doc *d, rt_para *p, const rt_note_of *n) {
    rt_sentence *s = rt_say(d, p);
    rt_put(d, s, RT_RUN_SOFT, n->ids.n == 1 ? "Statement " : "Statements ");
    for (size_t i = 0; i < n->ids.n; i++) {
        if (i > 0) rt_put(d, s, RT_RUN_SOFT, ", ");
        rt_put_name(d, s, RT_RUN_CODE, n->ids.at[i]);
    }
    rt_put(d, s, RT_RUN_SOFT, ".");
}

void rt_doc_finish(rt_doc *d) {
    for (size_t i = 0; i < d->notes.n; i++) {
        rt_note_of *n = d->notes.at[i];
        rt_para *p = n->text = RT_NEW(d->arena, rt_para);
        voice(d, rt_say(d, p), n->statement);
        place(d, p, n->statement);
        quote(d, p, n->statement);
        fate(d, p, n->statement);
        ids(d, p, n);
    }
}
