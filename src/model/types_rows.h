/* What the rows of rt_types name: takers and cleaners, and what they share. Only types*.c include this. */
#pragma once

#include "model/types.h"

/* --- types_text.c --- */
rt_type_taker rt_takes_text, rt_takes_name, rt_takes_entity;
rt_type_cleaner rt_clean_text, rt_clean_name, rt_clean_address, rt_clean_entity;

/* FollowTheMoney's sanitize_text: NFC, odd spaces as plain ones, no control or invisible characters, trimmed. false
 * when raw is not UTF-8 or nothing is left. A text that is clean already is returned as it is. */
bool rt_text_sanitise(rt_str raw, rt_arena *arena, rt_str *clean);

/* --- types_net.c --- */
rt_type_taker rt_takes_email, rt_takes_ip, rt_takes_mimetype, rt_takes_url;
rt_type_cleaner rt_clean_email, rt_clean_ip, rt_clean_mimetype, rt_clean_url;

/* A host name as IDNA2008 writes it (UTS 46), to lower case; at least two labels. false when it is none. */
bool rt_host_clean(rt_str host, rt_arena *arena, rt_str *clean);

/* --- types_number.c --- */
rt_type_taker rt_takes_duration;
rt_type_cleaner rt_clean_duration;

/* Whether text is one number, perhaps with a unit ("1,000.5", "3 kg"), as FollowTheMoney's NumberType.parse reads it.
 */
bool rt_is_number(rt_str text);

/* --- types_phone.c --- */
rt_type_taker rt_takes_phone;
rt_type_cleaner rt_clean_phone;

/* --- types_date.c --- */
rt_type_taker rt_takes_date;
rt_type_cleaner rt_clean_date;

/* --- types_identifier.c --- */

/* The canonical form of an identifier of this format (imo, lei, ...); false when raw is none. */
bool rt_identifier_clean(rt_str format, rt_str raw, rt_arena *arena, rt_str *value);

/* What an identifier of this format looks like, for messages. */
const char *rt_identifier_expected(rt_str format);
