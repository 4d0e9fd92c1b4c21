/* Signed notes (https://c2sp.org/signed-note): a text, and below an empty line who signed it, with Ed25519 (RFC 8032).
 *
 * Keys are texts in the form that golang.org/x/mod/sumdb/note made common: "NAME+ID+BASE64" is what verifies,
 * "PRIVATE+KEY+NAME+ID+BASE64" what signs; ID are the first four bytes of SHA-256(NAME, LF, 0x01, public key) in hex.
 */
#pragma once

#include "base/hash.h"

typedef struct rt_note_key {
    rt_str name;
    uint8_t id[4];
    uint8_t public_key[32];
    uint8_t seed[32]; /* what signs; only where `private_too` */
    bool private_too;
} rt_note_key;

/* A new key under a name, which must have neither blanks nor `+`. */
RT_RESULT rt_note_key_make(rt_str name, rt_note_key *key, rt_error *err);

/* Of either text, or of a private Ed25519 key as PEM (PKCS #8), which gets `name`. RT_BAD for anything else. */
RT_RESULT rt_note_key_read(rt_str text, rt_str name, rt_arena *arena, rt_note_key *key, rt_error *err);

void rt_note_key_write(rt_buf *out, const rt_note_key *key, bool private_too); /* with a line end */

/* Appends the signed note of a text that ends with a line end. */
RT_RESULT rt_note_sign(rt_buf *out, rt_str text, const rt_note_key *key, rt_error *err);

/* The text of a note, and the lines of its signatures (empty: it has none). */
void rt_note_split(rt_str note, rt_str *text, rt_str *signatures);

/* Whether this key signed the note: RT_BAD when it did not, or not so. Other signatures are passed over. */
RT_RESULT rt_note_check(rt_str note, const rt_note_key *key, rt_error *err);
