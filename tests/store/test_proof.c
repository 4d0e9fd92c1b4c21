#include "store/log.h"
#include "store/tamper.h"

enum { LEAVES = 2048 };

/* The log's leaves as `audit leaves` prints them, with their ids. */
typedef struct leaves {
    rt_arena arena;
    rt_hasher *h;
    rt_hash leaf[LEAVES];
    char id[LEAVES][33];
    size_t n;
} leaves;

static rt_status take_leaf(void *to, rt_str line, rt_error *err) {
    leaves *l = to;
    uint8_t salt[16];
    rt_hash commitment;
    rt_str rest = line, part;
    (void)err;
    assert_true(l->n < LEAVES && rt_str_ends(line, RT_S("\n")));
    assert_true(rt_str_split(&rest, RT_S(" "), &part) && rt_unhex(part, salt, sizeof salt));
    const rt_str entry = rt_str_cut(rest, rest.len - 1);
    rt_log_commitment(l->h, salt, entry, &commitment);
    rt_merkle_leaf(l->h, &commitment, &l->leaf[l->n]);
    const size_t at = rt_str_find(entry, RT_S("\"id\":\""));
    snprintf(l->id[l->n++], sizeof *l->id, "%.32s", entry.at + at + 6);
    return rt_ok;
}

static void root_after(const leaves *l, size_t size, rt_hash *root) {
    rt_error err = {0};
    rt_merkle m = {.hasher = l->h};
    for (size_t i = 0; i < size; i++) OK(rt_merkle_add(&m, &l->leaf[i], &err));
    rt_merkle_root(&m, root);
}

static leaves *read_leaves(test_case *c) {
    rt_error err = {0};
    leaves *l = RT_NEW(&c->arena, leaves);
    l->h = rt_hasher_new();
    OK(rt_audit_leaves(c->store, take_leaf, l, &err));
    return l;
}

static void anybody_can_make_the_head_from_the_leaves(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_checkpoint head;
    rt_hash root;
    case_make(&c);
    for (int size = 0; size < 4; size++) {
        leaves *l = read_leaves(&c);
        OK(rt_audit_head(c.store, &head, &err));
        assert_int_equal(head.size, l->n);
        root_after(l, l->n, &root);
        assert_true(rt_hash_eq(&root, &head.root));
        rt_hasher_free(l->h);
        case_add_many(&c, 5 + 150 * size * size);
    }
    case_close(&c);
}

/* --- earlier heads --------------------------------------------------------------------------------------------------
 */

static bool holds(test_case *c, rt_checkpoint against, const char **what) {
    rt_error err = {0};
    rt_verdict v;
    OK(rt_audit_verify(c->store, &against, &c->arena, &v, &err));
    *what = rt_str_z(&c->arena, rt_str_of(v.what));
    return v.sound;
}

static void the_log_begins_with_every_earlier_head_and_with_no_forged_one(void **state) {
    (void)state;
    test_case c;
    const char *what;
    case_make(&c);
    case_add_many(&c, 250);
    case_add_many(&c, 600);
    leaves *l = read_leaves(&c);
    const rt_str origin = rt_store_origin(c.store);
    for (size_t size = 0; size <= l->n; size += size < 260 && size > 250 ? 1 : 17) {
        rt_checkpoint head = {origin, (int64_t)size, {{0}}};
        root_after(l, size, &head.root);
        if (!holds(&c, head, &what)) fail_msg("size %zu: %s", size, what);
        head.root.bytes[0] ^= 1;
        assert_false(holds(&c, head, &what));
        assert_non_null(strstr(what, "written anew"));
    }
    rt_checkpoint head = {origin, (int64_t)l->n + 1, {{0}}};
    root_after(l, l->n, &head.root);
    assert_false(holds(&c, head, &what));
    assert_non_null(strstr(what, "older copy"));
    head.size = INT64_MAX;
    assert_false(holds(&c, head, &what));
    head.size = (int64_t)l->n;
    head.origin = RT_S("redthread/00000000000000000000000000000000");
    assert_false(holds(&c, head, &what));
    assert_non_null(strstr(what, "another case"));
    rt_hasher_free(l->h);
    case_close(&c);
}

static void heads_are_written_and_read(void **state) {
    (void)state;
    RT_AUTO(rt_buf) out = {0};
    rt_error err = {0};
    rt_checkpoint c = {RT_S("redthread/0f"), 77, {{0}}}, back;
    for (size_t i = 0; i < 32; i++) c.root.bytes[i] = (uint8_t)(i * 9);
    rt_checkpoint_write(&out, &c);
    assert_str(rt_buf_str(&out), "redthread/0f\n77\nAAkSGyQtNj9IUVpjbHV+h5CZoqu0vcbP2OHq8/wFDhc=\n");
    rt_buf_add(&out, RT_S("\n\xe2\x80\x94 witness c2lnbmF0dXJl\n"));
    OK(rt_checkpoint_read(rt_buf_str(&out), &back, &err));
    assert_str(back.origin, "redthread/0f");
    assert_int_equal(back.size, 77);
    assert_true(rt_hash_eq(&back.root, &c.root));
}

static void what_is_no_head_is_refused_with_its_line(void **state) {
    (void)state;
    const struct {
        rt_str text;
        unsigned line;
    } wrong[] = {
        {RT_S(""), 1},
        {RT_S("\n1\n"), 1},
        {RT_S("x"), 2},
        {RT_S("x\nseven\n"), 2},
        {RT_S("x\n-1\n"), 2},
        {RT_S("x\n99999999999999999999\n"), 2},
        {RT_S("x\n1\n"), 3},
        {RT_S("x\n1\nAAkSGyQtNj9IUVpjbHV+h5CZoqu0vcbP2OHq8/wFDh=\n"), 3},
        {RT_S("x\n1\nAAkSGyQtNj9IUVpjbHV+h5CZoqu0vcbP2OHq8/wFDhd=\n"), 3},
        {RT_S("x\n1\nAAkSGyQtNj9IUVpjbHV+h5CZoqu0vcbP2OHq8/wFDhc=\r\n"), 3},
        {RT_S("x\n1\n=AkSGyQtNj9IUVpjbHV+h5CZoqu0vcbP2OHq8/wFDhc=\n"), 3},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        rt_error err = {0};
        rt_checkpoint c;
        FAILS(rt_checkpoint_read(wrong[i].text, &c, &err), RT_BAD);
        if (err.line != wrong[i].line) fail_msg("%.*s: line %u", RT_FMT(wrong[i].text), (unsigned)err.line);
    }
}

/* --- proofs ---------------------------------------------------------------------------------------------------------
 */

static void prove(test_case *c, const char *id, rt_proof *proof) {
    RT_AUTO(rt_buf) text = {0};
    rt_error err = {0};
    rt_proof made;
    OK(rt_audit_prove(c->store, rt_str_of(id), &c->arena, &made, &err));
    rt_proof_write(&text, &made);
    OK(rt_proof_read(rt_buf_str(&text), &c->arena, proof, &err));
    assert_true(rt_str_eq(proof->entry, made.entry));
}

static void every_entry_is_proved(void **state) {
    (void)state;
    static const int sizes[] = {1, 2, 3, 4, 7, 8, 9, 255, 256, 511, 512, 513, 700, 1100};
    rt_error err = {0};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        test_case c;
        rt_checkpoint head;
        case_make(&c);
        case_add_many(&c, sizes[i]);
        leaves *l = read_leaves(&c);
        OK(rt_audit_head(c.store, &head, &err));
        for (size_t k = 0; k < l->n; k += l->n < 20 || k % 256 > 254 || k % 256 < 2 ? 1 : 9) {
            rt_proof proof;
            prove(&c, l->id[k], &proof);
            assert_int_equal(proof.index, k);
            assert_int_equal(proof.size, head.size);
            assert_true(rt_hash_eq(&proof.root, &head.root));
            OK(rt_proof_check(&proof, &err));
        }
        rt_hasher_free(l->h);
        case_close(&c);
    }
}

static void an_altered_proof_does_not_hold(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_proof proof;
    case_make(&c);
    case_add_many(&c, 700);
    leaves *l = read_leaves(&c);
    for (size_t k = 1; k < l->n; k += 111) {
        prove(&c, l->id[k], &proof);
        rt_proof p = proof;
        p.salt[15] ^= 1;
        FAILS(rt_proof_check(&p, &err), RT_BAD);
        p = proof, p.index++;
        FAILS(rt_proof_check(&p, &err), RT_BAD);
        p = proof, p.size = p.index;
        FAILS(rt_proof_check(&p, &err), RT_BAD);
        p = proof, p.n--;
        FAILS(rt_proof_check(&p, &err), RT_BAD);
        p = proof, p.root.bytes[3] ^= 8;
        FAILS(rt_proof_check(&p, &err), RT_BAD);
        p = proof, p.path[p.n / 2].bytes[3] ^= 8;
        FAILS(rt_proof_check(&p, &err), RT_BAD);
        p = proof, p.entry = rt_str_cut(p.entry, p.entry.len - 1);
        FAILS(rt_proof_check(&p, &err), RT_BAD);
    }
    rt_hasher_free(l->h);
    case_close(&c);
}

/* A text replaced in a proof as it is written makes it unreadable, or one that does not hold. */
static void replaced(const char *text, const char *old, const char *new) {
    RT_AUTO(rt_buf) out = {0};
    RT_AUTO(rt_arena) arena = {0};
    rt_error err = {0};
    rt_proof proof;
    const char *at = strstr(text, old);
    if (at == NULL) fail_msg("no %s in %s", old, text);
    rt_buf_printf(&out, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
    rt_status s = rt_proof_read(rt_buf_str(&out), &arena, &proof, &err);
    if (s.code == RT_OK) s = rt_proof_check(&proof, &err);
    if (s.code != RT_BAD) fail_msg("%s for %s: %d", new, old, (int)s.code);
}

static void a_proof_that_is_none_is_refused(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_proof proof;
    RT_AUTO(rt_buf) out = {0};
    case_make(&c);
    case_add(&c, "p Person.name Abe; as=a\np Person.name Ben");
    OK(rt_audit_prove(c.store, case_id(&c, "a"), &c.arena, &proof, &err));
    rt_proof_write(&out, &proof);
    rt_buf_byte(&out, '\0');
    static const char *const changes[][2] = {
        {"Abe", "Abi"},
        {"\"Abe\"", "\"\""},
        {"{\"entry\":{", "{\"entry\":{\"more\":1,"},
        {"\"entry\":", "\"entries\":"},
        {"\"salt\":\"", "\"salt\":\"0"},
        {"\"salt\":", "\"pepper\":"},
        {"\"index\":1", "\"index\":0"},
        {"\"index\":1", "\"index\":-1"},
        {"\"index\":1", "\"index\":\"1\""},
        {"\"size\":3", "\"size\":0"},
        {"\"size\":3", "\"size\":1.5"},
        {"\"path\":[\"", "\"path\":[1,\""},
        {"\"path\":[\"", "\"path\":[\"00"},
        {"\"path\":[", "\"path\":[[],"},
        {"\"root\":\"", "\"root\":\"x"},
        {"\"root\":\"", "\"root\":[],\"foot\":\""},
        {"}", "}}"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) replaced(out.at, changes[i][0], changes[i][1]);
    FAILS(rt_audit_prove(c.store, RT_S("00000000000000000000000000000000"), &c.arena, &proof, &err), RT_ABSENT);
    FAILS(rt_audit_prove(c.store, RT_S("x"), &c.arena, &proof, &err), RT_ABSENT);
    case_close(&c);
}

static void a_path_longer_than_any_tree_is_refused(void **state) {
    (void)state;
    RT_AUTO(rt_buf) out = {0};
    RT_AUTO(rt_arena) arena = {0};
    rt_error err = {0};
    rt_proof proof;
    rt_buf_printf(&out,
                  "{\"entry\":{\"type\":\"statement\",\"entity\":\"p\",\"schema\":\"Person\",\"prop\":\"name\","
                  "\"value\":\"Abe\"},\"salt\":\"%032d\",\"root\":\"%064d\",\"index\":1,\"size\":3,\"path\":[",
                  0, 0);
    for (int i = 0; i <= RT_MERKLE_LEVELS; i++) rt_buf_printf(&out, "%s\"%064d\"", i > 0 ? "," : "", 0);
    rt_buf_add(&out, RT_S("]}"));
    FAILS(rt_proof_read(rt_buf_str(&out), &arena, &proof, &err), RT_BAD);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(anybody_can_make_the_head_from_the_leaves),
        cmocka_unit_test(the_log_begins_with_every_earlier_head_and_with_no_forged_one),
        cmocka_unit_test(heads_are_written_and_read),
        cmocka_unit_test(what_is_no_head_is_refused_with_its_line),
        cmocka_unit_test(every_entry_is_proved),
        cmocka_unit_test(an_altered_proof_does_not_hold),
        cmocka_unit_test(a_proof_that_is_none_is_refused),
        cmocka_unit_test(a_path_longer_than_any_tree_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
