#include "store/merkle.h"

#include "test.h"

enum { MOST = 600 };

/* --- the obvious tree of RFC 6962, 2.1 --------------------------------------------------------------------------- */

typedef struct forest {
    rt_hasher *h;
    rt_hash leaf[MOST];
} forest;

static void plain_root(const forest *f, size_t begin, size_t end, rt_hash *root) {
    rt_hash left, right;
    size_t k = 1;
    if (end == begin) {
        rt_hash_two(f->h, RT_S(""), RT_S(""), root);
        return;
    }
    if (end - begin == 1) {
        *root = f->leaf[begin];
        return;
    }
    while (2 * k < end - begin) k *= 2;
    plain_root(f, begin, begin + k, &left);
    plain_root(f, begin + k, end, &right);
    rt_merkle_join(f->h, &left, &right, root);
}

static int setup(void **state) {
    static forest f;
    f.h = rt_hasher_new();
    for (uint32_t i = 0; i < MOST; i++) {
        rt_hash commitment;
        rt_hash_two(f.h, RT_S("commitment"), (rt_str){(const char *)&i, sizeof i}, &commitment);
        rt_merkle_leaf(f.h, &commitment, &f.leaf[i]);
    }
    *state = &f;
    return 0;
}

static int teardown(void **state) {
    rt_hasher_free(((forest *)*state)->h);
    return 0;
}

/* --- what is told of nodes ------------------------------------------------------------------------------------------
 */

/* A sum over all nodes: equal for equal sets, in whatever order they are told. */
typedef struct told {
    uint64_t n, sum;
} told;

static rt_status tell(void *to, int level, uint64_t index, const rt_hash *hash, rt_error *err) {
    told *t = to;
    uint64_t h;
    (void)err;
    memcpy(&h, hash->bytes, sizeof h);
    t->n++;
    t->sum += (h ^ index) * (2 * (uint64_t)level + 1);
    return rt_ok;
}

/* --- tests ----------------------------------------------------------------------------------------------------------
 */

static void leaves_and_nodes_are_hashed_apart(void **state) {
    const forest *f = *state;
    rt_hash zero = {0}, leaf, node, wanted;
    uint8_t bytes[65] = {0};
    rt_merkle_leaf(f->h, &zero, &leaf);
    rt_hash_two(f->h, (rt_str){(const char *)bytes, 33}, RT_S(""), &wanted);
    assert_true(rt_hash_eq(&leaf, &wanted));
    bytes[0] = 1;
    rt_merkle_join(f->h, &zero, &zero, &node);
    rt_hash_two(f->h, (rt_str){(const char *)bytes, 65}, RT_S(""), &wanted);
    assert_true(rt_hash_eq(&node, &wanted));
}

static void the_root_of_nothing_is_the_hash_of_the_empty_text(void **state) {
    const forest *f = *state;
    rt_merkle m = {.hasher = f->h};
    rt_hash root, wanted;
    rt_merkle_root(&m, &root);
    assert_true(rt_unhex(RT_S("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), wanted.bytes, 32));
    assert_true(rt_hash_eq(&root, &wanted));
}

static void the_root_is_that_of_the_standard_at_every_size(void **state) {
    const forest *f = *state;
    rt_error err = {0};
    rt_merkle m = {.hasher = f->h};
    rt_hash root, wanted;
    for (size_t n = 0; n <= MOST; n++) {
        rt_merkle_root(&m, &root);
        plain_root(f, 0, n, &wanted);
        if (!rt_hash_eq(&root, &wanted)) fail_msg("another root at size %zu", n);
        if (n < MOST) OK(rt_merkle_add(&m, &f->leaf[n], &err));
    }
}

static void every_complete_subtree_is_told_once_with_its_root(void **state) {
    const forest *f = *state;
    rt_error err = {0};
    told t = {0}, wanted = {0};
    rt_merkle m = {.hasher = f->h, .node = tell, .to = &t};
    for (size_t n = 0; n < MOST; n++) {
        OK(rt_merkle_add(&m, &f->leaf[n], &err));
        for (int level = 0; (n + 1) % ((size_t)1 << level) == 0 && level < 10; level++) {
            rt_hash hash;
            const size_t width = (size_t)1 << level;
            plain_root(f, n + 1 - width, n + 1, &hash);
            OK(tell(&wanted, level, (n + 1 - width) >> level, &hash, &err));
        }
        assert_int_equal(t.n, wanted.n);
        assert_int_equal(t.sum, wanted.sum);
    }
}

/* The tree as it stands is filled in a copy, so that one tree serves all sizes. */
static void check_hole(const forest *f, const rt_merkle *open, const told *so_far, const rt_merkle *plain,
                       const told *plain_told) {
    rt_error err = {0};
    rt_merkle m = *open;
    told t = *so_far;
    rt_hash root, wanted;
    m.to = &t;
    OK(rt_merkle_fill(&m, &f->leaf[open->hole], &err));
    rt_merkle_root(&m, &root);
    rt_merkle_root(plain, &wanted);
    if (!rt_hash_eq(&root, &wanted) || t.n != plain_told->n || t.sum != plain_told->sum)
        fail_msg("another tree at size %d with place %d open", (int)m.size, (int)m.hole);
}

static void an_open_place_that_is_filled_gives_the_same_tree_and_the_same_nodes(void **state) {
    const forest *f = *state;
    enum { SIZES = 300 };
    rt_error err = {0};
    for (size_t hole = 0; hole < SIZES; hole++) {
        told t = {0}, u = {0};
        rt_merkle open = {.hasher = f->h, .node = tell, .to = &t}, plain = {.hasher = f->h, .node = tell, .to = &u};
        for (size_t n = 0; n < SIZES; n++) {
            OK(n == hole ? rt_merkle_leave_open(&open, &err) : rt_merkle_add(&open, &f->leaf[n], &err));
            OK(rt_merkle_add(&plain, &f->leaf[n], &err));
            if (n >= hole) check_hole(f, &open, &t, &plain, &u);
        }
    }
}

static rt_status subtree(void *from, uint64_t begin, uint64_t end, rt_hash *root, rt_error *err) {
    (void)err;
    plain_root(from, begin, end, root);
    return rt_ok;
}

static void every_path_leads_to_the_root_and_no_other_leaf_or_path_does(void **state) {
    forest *f = *state;
    rt_error err = {0};
    for (uint64_t size = 1; size <= 70; size++) {
        rt_hash root, path[RT_MERKLE_LEVELS];
        size_t n;
        plain_root(f, 0, size, &root);
        for (uint64_t i = 0; i < size; i++) {
            OK(rt_merkle_path(i, size, subtree, f, path, &n, &err));
            const rt_hash *leaf = &f->leaf[i];
            assert_true(rt_merkle_proves(f->h, leaf, i, size, path, n, &root));
            assert_false(rt_merkle_proves(f->h, &f->leaf[i + 1], i, size, path, n, &root));
            assert_false(rt_merkle_proves(f->h, leaf, i, size, path, n, leaf) && size > 1);
            for (uint64_t other = 0; other <= size; other++)
                assert_true(other == i || !rt_merkle_proves(f->h, leaf, other, size, path, n, &root));
            path[n] = f->leaf[0];
            assert_false(rt_merkle_proves(f->h, leaf, i, size, path, n + 1, &root));
            assert_true(n == 0 || !rt_merkle_proves(f->h, leaf, i, size, path, n - 1, &root));
            for (size_t k = 0; k < n; k++) {
                path[k].bytes[31] ^= 1;
                assert_false(rt_merkle_proves(f->h, leaf, i, size, path, n, &root));
                path[k].bytes[31] ^= 1;
            }
        }
    }
}

static void numbers_at_the_edge_of_64_bits_prove_nothing(void **state) {
    const forest *f = *state;
    rt_hash path[RT_MERKLE_LEVELS] = {{{0}}};
    const uint64_t sizes[] = {0, 1, UINT64_MAX, UINT64_MAX - 1, (uint64_t)1 << 63};
    for (size_t i = 0; i < 5; i++)
        for (size_t k = 0; k < 5; k++)
            for (size_t n = sizes[i] == 1 ? 1 : 0; n <= RT_MERKLE_LEVELS; n += 47)
                assert_false(rt_merkle_proves(f->h, &f->leaf[0], sizes[k], sizes[i], path, n, &f->leaf[0]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_and_nodes_are_hashed_apart),
        cmocka_unit_test(the_root_of_nothing_is_the_hash_of_the_empty_text),
        cmocka_unit_test(the_root_is_that_of_the_standard_at_every_size),
        cmocka_unit_test(every_complete_subtree_is_told_once_with_its_root),
        cmocka_unit_test(an_open_place_that_is_filled_gives_the_same_tree_and_the_same_nodes),
        cmocka_unit_test(every_path_leads_to_the_root_and_no_other_leaf_or_path_does),
        cmocka_unit_test(numbers_at_the_edge_of_64_bits_prove_nothing),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
