/* What `merge`, `split` and `judge` share. */
#pragma once

#include "cli/command.h"
#include "resolve/judge.h"

/* --why TEXT, --clear HANDLING; for a command's own options. */
#define RT_JUDGEMENT_OPTIONS                                                                                           \
    {"why", "TEXT", "the reason, kept with the judgement; must be given", RT_OPTION_TEXT, 0},                          \
        {"on", "STATEMENT", "the id of a statement on which it rests; may be given again", RT_OPTION_LIST, 0}, {       \
        "clear", "HANDLING", "judge by what this clearance may read, and write nothing else", RT_OPTION_TEXT, 0        \
    }

/* What options say of it: --on, --by, --handling, --clear. */
RT_RESULT rt_judgement_asked_of(rt_context *ctx, const rt_args *args, rt_judgement_asked *asked, rt_error *err);

/* Records what `asked` says of the second and third arguments, each a name, an alias or an id, and prints it. */
RT_RESULT rt_run_judgement(rt_context *ctx, const rt_args *args, rt_judgement_asked asked, rt_error *err);
