/* The graded and enumerated fields of an entry, and the date fields: what they take. Each returns whether it does, and
 * sets *why to what was expected instead. */
#pragma once

#include "base/str.h"

bool rt_is_stance(rt_str s, const char **why);      /* asserts denies suspects believes retracts */
bool rt_is_basis(rt_str s, const char **why);       /* witnessed told document inferred unknown */
bool rt_is_reliability(rt_str s, const char **why); /* A to F (Admiralty: of the source) */
bool rt_is_credibility(rt_str s, const char **why); /* 1 to 6 (Admiralty: of the information) */
bool rt_is_link(rt_str s, const char **why);        /* repeats supports opposes retracts replaces */
bool rt_is_judgement(rt_str s, const char **why);   /* same different unsure */
bool rt_is_score(rt_str s, const char **why);       /* 0.0000 to 1.0000, four decimals */
bool rt_is_timestamp(rt_str s, const char **why);   /* 2026-11-25T10:00:00.000000Z */
bool rt_is_hash(rt_str s, const char **why);        /* 64 lower-case hex digits */
bool rt_is_id(rt_str s, const char **why);          /* 32 lower-case hex digits */
bool rt_is_edtf(rt_str s, const char **why);        /* EDTF, levels 0 to 2 */
