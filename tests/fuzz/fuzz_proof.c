/* Any bytes are a head or a proof that prints as itself again, or are refused with a reason; a proof that holds is
 * never made of bytes that lead elsewhere. */
#include "list.h"
#include "store/audit.h"

static void read_head(rt_str text) {
    RT_AUTO(rt_buf) out = {0};
    rt_checkpoint head, again;
    rt_error err = {0};
    if (rt_checkpoint_read(text, &head, &err).code != RT_OK) {
        must(err.message[0] != '\0');
        return;
    }
    must(head.size >= 0);
    rt_checkpoint_write(&out, &head);
    must(rt_checkpoint_read(rt_buf_str(&out), &again, &err).code == RT_OK);
    must(again.size == head.size && rt_hash_eq(&again.root, &head.root) && rt_str_eq(again.origin, head.origin));
}

static void read_proof(rt_str text) {
    RT_AUTO(rt_arena) arena = {0};
    RT_AUTO(rt_buf) out = {0};
    rt_proof proof, again;
    rt_error err = {0};
    if (rt_proof_read(text, &arena, &proof, &err).code != RT_OK) {
        must(err.message[0] != '\0');
        return;
    }
    must(proof.n <= RT_MERKLE_LEVELS);
    rt_proof_write(&out, &proof);
    must(rt_proof_read(rt_buf_str(&out), &arena, &again, &err).code == RT_OK);
    must((rt_proof_check(&proof, &err).code == RT_OK) == (rt_proof_check(&again, &err).code == RT_OK));
    if (proof.n > 0 && rt_proof_check(&proof, &err).code == RT_OK) {
        proof.path[proof.n - 1].bytes[0] ^= 1;
        must(rt_proof_check(&proof, &err).code != RT_OK);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const rt_str text = {(const char *)data, size};
    read_head(text);
    read_proof(text);
    return 0;
}
