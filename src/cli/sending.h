/* What commands that write data out for others share: --to notes in the case to whom it goes, before it goes. */
#pragma once

#include "cli/with_case.h"
#include "store/sent.h"

/* --to, --purpose, --handling, --by, --wait. */
extern const rt_option_group rt_sending_options;

/* RT_USAGE for options that say how it is noted without --to, RT_BAD for texts that are not UTF-8. To be called before
 * anything is done. */
RT_RESULT rt_sending_check(const rt_args *args, rt_error *err);

/* With --to, notes in the case (the first argument) that what the lens lets through goes out as `formats`, a list of
 * words with blanks between; nothing without. `subject` is whom a report is about, or empty. Tells the note's id on
 * stderr. */
RT_RESULT rt_sending_tell(rt_context *ctx, const rt_args *args, rt_lens *lens, rt_str formats, rt_str subject,
                          rt_error *err);
