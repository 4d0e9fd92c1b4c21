/* Options that many commands share. */
#include "cli/command.h"

#include "model/entry.h"

static const rt_option common[] = {
    {"json", NULL, "print one JSON object for machines", RT_FLAG, 0},
    {"help", NULL, "say what the command does, with examples", RT_FLAG, 'h'},
    {0},
};
const rt_option_group rt_common_options = {.title = "Common options", .options = common};

static const rt_option lens[] = {
    {"at", "DAY", "what held on that day, certainly or possibly (marked which)", RT_OPTION_TEXT, 0},
    {"said-by", "DAY", "what was certainly said by then; what was possibly said by then is marked", RT_OPTION_TEXT, 0},
    {"as-of", "DAY|BATCH", "what the case held then: recorded by the end of that day, or by that batch", RT_OPTION_TEXT,
     0},
    {"source", "SOURCE", "only what this dataset or document says; may be given again", RT_OPTION_LIST, 0},
    {"clear", "HANDLING", "read with this clearance only: compartments and a TLP label, as in hawk,amber",
     RT_OPTION_TEXT, 0},
    {"as-if-same", "A=B",
     "as if these two were judged the same: names or ids, or a hypothesis that two are one; may be "
     "given again",
     RT_OPTION_LIST, 0},
    {"as-if-apart", "A=B", "as if these two were judged different; may be given again", RT_OPTION_LIST, 0},
    {0},
};
const rt_option_group rt_lens_options = {.title = "What is read", .options = lens};

static const rt_option writing[] = {
    {"handling", "HANDLING", "who may see what is added: compartments and a TLP label, as in hawk,amber",
     RT_OPTION_TEXT, 0},
    {"by", "NAME", "who records it; the login name unless given", RT_OPTION_TEXT, 0},
    RT_WAIT_OPTION,
    {0},
};
const rt_option_group rt_write_options = {.title = "How it is recorded", .options = writing};

/* Fields that all entries have are set by the case or by rt_write_options. */
static bool set_by_hand(const rt_field *f) {
    const uint16_t link = 1U << RT_LINK, statement = 1U << RT_STATEMENT;
    const bool of_all = (f->of & link) != 0 && (f->of & 1U << RT_BATCH) != 0;
    return (f->of & statement) != 0 && !of_all;
}

static bool statement_at(size_t i, rt_option *option) {
    size_t n = 0;
    for (const rt_field *f = rt_fields; f < rt_fields + rt_field_count; f++) {
        if (!set_by_hand(f) || n++ < i) continue;
        const bool list = f->kind == RT_FIELD_LIST;
        *option = (rt_option){f->name, "TEXT", f->summary, list ? RT_OPTION_LIST : RT_OPTION_TEXT, 0};
        return true;
    }
    return false;
}
const rt_option_group rt_statement_options = {.title = "The statement", .at = statement_at};
