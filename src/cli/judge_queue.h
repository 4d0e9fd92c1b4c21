/* Working through the queue: a pair is shown, and what is judged of it comes on standard input, a line each. */
#pragma once

#include "cli/queue.h"

/* `judge CASE`. A line is y (same), n (different), u (unsure), s (skip) or q (quit), and behind y, n and u the reason,
 * unless --why gives one for all. What is refused is told, and the next pair comes. The end of the input ends it. */
RT_RESULT rt_judge_queue(rt_context *ctx, const rt_args *args, rt_error *err);
