#include "store/note.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <string.h>

#include "base/base64.h"

enum { ED25519 = 1, KEY = 32, SIGNATURE = 64 };

static const char before_private[] = "PRIVATE+KEY+", dash[] = "\xe2\x80\x94 ";

static void close_key(EVP_PKEY **key) { EVP_PKEY_free(*key); }
static void close_context(EVP_MD_CTX **ctx) { EVP_MD_CTX_free(*ctx); }
static void close_bio(BIO **bio) { BIO_free(*bio); }
#define CLOSED_BY(f) __attribute__((cleanup(f)))

static rt_status failed(rt_error *err) { return rt_fail(err, RT_IO, "libcrypto does no Ed25519 here"); }

/* --- keys -----------------------------------------------------------------------------------------------------------
 */

static bool is_name(rt_str name) {
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] == '+' || (unsigned char)name.at[i] <= ' ') return false;
    return name.len > 0;
}

static void find_id(rt_note_key *key) {
    RT_AUTO(rt_buf) text = {0};
    rt_hash sum;
    rt_hasher *h = rt_hasher_new();
    rt_buf_add(&text, key->name);
    rt_buf_byte(&text, '\n');
    rt_buf_byte(&text, ED25519);
    rt_hash_two(h, rt_buf_str(&text), (rt_str){(const char *)key->public_key, KEY}, &sum);
    rt_hasher_free(h);
    memcpy(key->id, sum.bytes, sizeof key->id);
}

static rt_status find_public(rt_note_key *key, rt_error *err) {
    size_t n = KEY;
    CLOSED_BY(close_key) EVP_PKEY *p = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, key->seed, KEY);
    if (p == NULL || EVP_PKEY_get_raw_public_key(p, key->public_key, &n) != 1 || n != KEY) return failed(err);
    key->private_too = true;
    find_id(key);
    return rt_ok;
}

rt_status rt_note_key_make(rt_str name, rt_note_key *key, rt_error *err) {
    *key = (rt_note_key){.name = name};
    if (!is_name(name)) return rt_fail(err, RT_BAD, "a key's name has neither blanks nor +");
    rt_random(key->seed, sizeof key->seed);
    return find_public(key, err);
}

static rt_status no_key(rt_error *err) {
    return rt_fail(err, RT_BAD,
                   "this is no key: expected NAME+ID+BASE64, PRIVATE+KEY+NAME+ID+BASE64, or a private Ed25519 key as "
                   "PEM");
}

static rt_status read_pem(rt_str text, rt_note_key *key, rt_error *err) {
    size_t n = KEY;
    char passphrase[] = ""; /* else a terminal is asked for one */
    CLOSED_BY(close_bio) BIO *bio = BIO_new_mem_buf(text.at, (int)text.len);
    CLOSED_BY(close_key) EVP_PKEY *p = bio != NULL ? PEM_read_bio_PrivateKey(bio, NULL, NULL, passphrase) : NULL;
    if (p == NULL || EVP_PKEY_get_id(p) != EVP_PKEY_ED25519 || EVP_PKEY_get_raw_private_key(p, key->seed, &n) != 1 ||
        n != KEY || !is_name(key->name))
        return no_key(err);
    return find_public(key, err);
}

rt_status rt_note_key_read(rt_str text, rt_str name, rt_arena *arena, rt_note_key *key, rt_error *err) {
    rt_str rest = rt_str_trim(text), id, bytes;
    uint8_t told[4];
    *key = (rt_note_key){.name = name};
    if (rt_str_starts(rest, RT_S("-----BEGIN"))) return read_pem(rest, key, err);
    const bool private_too = rt_str_starts(rest, rt_str_of(before_private));
    if (private_too) rest = rt_str_from(rest, sizeof before_private - 1);
    if (!rt_str_split(&rest, RT_S("+"), &key->name) || !is_name(key->name) || !rt_str_split(&rest, RT_S("+"), &id) ||
        !rt_unhex(id, told, sizeof told) || !rt_base64_read(rest, arena, &bytes) || bytes.len != 1 + KEY ||
        bytes.at[0] != ED25519)
        return no_key(err);
    memcpy(private_too ? key->seed : key->public_key, bytes.at + 1, KEY);
    if (private_too) RT_TRY(find_public(key, err));
    find_id(key);
    return memcmp(key->id, told, sizeof told) == 0 ? rt_ok : no_key(err);
}

void rt_note_key_write(rt_buf *out, const rt_note_key *key, bool private_too) {
    uint8_t bytes[1 + KEY] = {ED25519};
    memcpy(bytes + 1, private_too ? key->seed : key->public_key, KEY);
    if (private_too) rt_buf_add(out, rt_str_of(before_private));
    rt_buf_add(out, key->name);
    rt_buf_byte(out, '+');
    rt_buf_hex(out, key->id, sizeof key->id);
    rt_buf_byte(out, '+');
    rt_base64_write(out, bytes, sizeof bytes);
    rt_buf_byte(out, '\n');
}

/* --- notes ----------------------------------------------------------------------------------------------------------
 */

static bool sign(const rt_note_key *key, rt_str text, uint8_t signature[SIGNATURE]) {
    size_t n = SIGNATURE;
    CLOSED_BY(close_key) EVP_PKEY *p = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, key->seed, KEY);
    CLOSED_BY(close_context) EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    return p != NULL && ctx != NULL && EVP_DigestSignInit(ctx, NULL, NULL, NULL, p) == 1 &&
           EVP_DigestSign(ctx, signature, &n, (const unsigned char *)text.at, text.len) == 1 && n == SIGNATURE;
}

static bool verifies(const rt_note_key *key, rt_str text, const void *signature) {
    CLOSED_BY(close_key) EVP_PKEY *p = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, key->public_key, KEY);
    CLOSED_BY(close_context) EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    return p != NULL && ctx != NULL && EVP_DigestVerifyInit(ctx, NULL, NULL, NULL, p) == 1 &&
           EVP_DigestVerify(ctx, signature, SIGNATURE, (const unsigned char *)text.at, text.len) == 1;
}

rt_status rt_note_sign(rt_buf *out, rt_str text, const rt_note_key *key, rt_error *err) {
    uint8_t signature[sizeof key->id + SIGNATURE];
    if (!key->private_too) return rt_fail(err, RT_BAD, "this key verifies, it does not sign: give the private one");
    memcpy(signature, key->id, sizeof key->id);
    if (!sign(key, text, signature + sizeof key->id)) return failed(err);
    rt_buf_add(out, text);
    rt_buf_byte(out, '\n');
    rt_buf_add(out, rt_str_of(dash));
    rt_buf_add(out, key->name);
    rt_buf_byte(out, ' ');
    rt_base64_write(out, signature, sizeof signature);
    rt_buf_byte(out, '\n');
    return rt_ok;
}

/* The last empty line parts them: the text may have others. */
void rt_note_split(rt_str note, rt_str *text, rt_str *signatures) {
    *text = note;
    *signatures = (rt_str){"", 0};
    for (size_t i = note.len; i-- > 1;) {
        if (note.at[i] != '\n' || note.at[i - 1] != '\n') continue;
        *text = rt_str_cut(note, i);
        *signatures = rt_str_from(note, i + 1);
        return;
    }
}

rt_status rt_note_check(rt_str note, const rt_note_key *key, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_str text, lines, line, bytes, name;
    rt_note_split(note, &text, &lines);
    while (rt_str_split(&lines, RT_S("\n"), &line)) {
        if (!rt_str_starts(line, rt_str_of(dash))) continue;
        line = rt_str_from(line, sizeof dash - 1);
        if (!rt_str_split(&line, RT_S(" "), &name) || !rt_str_eq(name, key->name)) continue;
        if (!rt_base64_read(line, &arena, &bytes) || bytes.len != sizeof key->id + SIGNATURE ||
            memcmp(bytes.at, key->id, sizeof key->id) != 0)
            continue;
        return verifies(key, text, bytes.at + sizeof key->id)
                   ? rt_ok
                   : rt_fail(err, RT_BAD, "its signature is not that of this text: one of them was changed");
    }
    return rt_fail(err, RT_BAD, "it is not signed by this key, %.*s", RT_FMT(rt_str_cut(key->name, 80)));
}
