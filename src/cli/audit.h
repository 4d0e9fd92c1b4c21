/* What the subcommands of audit share. */
#pragma once

#include "cli/with_case.h"
#include "store/audit.h"

/* In place of the lens: an option that would narrow the log and does nothing would pass for an answer. */
extern const rt_option_group rt_audit_options;

/* The log is looked at as a whole, positions and all: RT_DENIED to a narrowed reader. *consistent: whether its head
 * goes on from the one that was seen last. */
RT_RESULT rt_audit_open(rt_context *ctx, const rt_args *args, rt_opened *o, bool *consistent, rt_error *err);

/* The same, also where pages of the file are damaged. */
RT_RESULT rt_audit_open_damaged(rt_context *ctx, const rt_args *args, rt_opened *o, rt_error *err);

/* --key FILE: a key of any form; `name` is that of one that comes as PEM. *given is false without the option. */
RT_RESULT rt_audit_key(rt_context *ctx, const rt_args *args, rt_str name, rt_note_key *key, bool *given, rt_error *err);

/* The head as a signed note. RT_BAD when the key is of another log, or the head does not go on from the one that was
 * seen last: a log never signs two that don't. */
RT_RESULT rt_audit_signed_head(rt_store *store, const rt_note_key *key, bool consistent, rt_buf *out, rt_error *err);

#define RT_KEY_OPTION(what)                                                                                            \
    { "key", "FILE", what, RT_OPTION_TEXT, 0 }

extern const rt_command rt_audit_keygen, rt_audit_key_command, rt_audit_sent, rt_audit_tiles;
