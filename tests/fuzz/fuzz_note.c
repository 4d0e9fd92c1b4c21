/* Any text is a proof, as JSON or as a tlog-proof, a head, a signed note or a key, or is refused with a message; a key
 * that is read is written as it was. */
#include <stdint.h>
#include <stdlib.h>

#include "store/audit.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds) {
    if (!holds) abort();
}

static void read_proof(rt_str text, rt_arena *arena) {
    rt_error err = {0};
    rt_proof proof;
    rt_str head;
    const rt_status s = rt_proof_is_tlog(text) ? rt_proof_read_tlog(text, arena, &proof, &head, &err)
                                               : rt_proof_read(text, arena, &proof, &err);
    must(s.code == RT_OK || err.message[0] != '\0');
    if (s.code == RT_OK) (void)rt_proof_check(&proof, &err).code;
}

static void read_key(rt_str text, rt_arena *arena) {
    RT_AUTO(rt_buf) once = {0};
    rt_error err = {0};
    rt_note_key key, again;
    if (rt_note_key_read(text, RT_S("a/name"), arena, &key, &err).code != RT_OK) {
        must(err.message[0] != '\0');
        return;
    }
    (void)rt_note_check(text, &key, &err).code;
    rt_note_key_write(&once, &key, key.private_too);
    must(rt_note_key_read(rt_buf_str(&once), RT_S(""), arena, &again, &err).code == RT_OK);
    must(rt_str_eq(key.name, again.name) && key.private_too == again.private_too);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_str text = {size > 0 ? (const char *)data : "", size};
    rt_error err = {0};
    rt_checkpoint head;
    read_proof(text, &arena);
    read_key(text, &arena);
    const rt_status s = rt_checkpoint_read(text, &head, &err);
    must(s.code == RT_OK || (err.message[0] != '\0' && err.line > 0));
    return 0;
}
