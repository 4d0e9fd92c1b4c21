#include "store/merkle.h"

void rt_merkle_leaf(rt_hasher *h, const rt_hash *commitment, rt_hash *leaf) {
    rt_hash_two(h, (rt_str){"\0", 1}, (rt_str){(const char *)commitment->bytes, sizeof commitment->bytes}, leaf);
}

void rt_merkle_join(rt_hasher *h, const rt_hash *left, const rt_hash *right, rt_hash *node) {
    struct {
        rt_hash left, right;
    } both = {*left, *right};
    _Static_assert(sizeof both == 64, "two hashes without padding");
    rt_hash_two(h, (rt_str){"\1", 1}, (rt_str){(const char *)&both, sizeof both}, node);
}

static rt_status tell(rt_merkle *m, int level, uint64_t index, const rt_hash *hash, rt_error *err) {
    return m->node == NULL ? rt_ok : m->node(m->to, level, index, hash, err);
}

/* Joins a new complete subtree with the peaks to its left, as in binary addition. `has_hole`: the subtree holds the
 * open place, so its hash is not known; what would stand beside it on the way up is kept. */
static rt_status carry(rt_merkle *m, rt_hash hash, bool has_hole, rt_error *err) {
    int level = 0;
    for (uint64_t index = m->size; index & 1; index >>= 1, level++) {
        const bool left_has_hole = m->open && !has_hole && m->hole_level == level && (m->hole >> level) == index - 1;
        if (left_has_hole || has_hole) {
            m->beside[level] = left_has_hole ? hash : m->peak[level];
            m->beside_left[level] = has_hole;
            has_hole = true;
            continue;
        }
        rt_merkle_join(m->hasher, &m->peak[level], &hash, &hash);
        RT_TRY(tell(m, level + 1, index >> 1, &hash, err));
    }
    m->peak[level] = hash;
    if (has_hole) m->hole_level = level;
    m->size++;
    return rt_ok;
}

rt_status rt_merkle_add(rt_merkle *m, const rt_hash *leaf, rt_error *err) {
    RT_TRY(tell(m, 0, m->size, leaf, err));
    return carry(m, *leaf, false, err);
}

rt_status rt_merkle_leave_open(rt_merkle *m, rt_error *err) {
    m->hole = m->size;
    m->open = true;
    return carry(m, (rt_hash){0}, true, err);
}

rt_status rt_merkle_fill(rt_merkle *m, const rt_hash *leaf, rt_error *err) {
    rt_hash hash = *leaf;
    RT_TRY(tell(m, 0, m->hole, leaf, err));
    for (int level = 0; level < m->hole_level; level++) {
        const bool left = m->beside_left[level];
        rt_merkle_join(m->hasher, left ? &m->beside[level] : &hash, left ? &hash : &m->beside[level], &hash);
        RT_TRY(tell(m, level + 1, m->hole >> (level + 1), &hash, err));
    }
    m->peak[m->hole_level] = hash;
    m->open = false;
    return rt_ok;
}

void rt_merkle_root(const rt_merkle *m, rt_hash *root) {
    bool begun = false;
    if (m->size == 0) rt_hash_two(m->hasher, (rt_str){"", 0}, (rt_str){"", 0}, root);
    for (int level = 0; level < RT_MERKLE_LEVELS; level++) {
        if (!(m->size >> level & 1)) continue;
        if (begun)
            rt_merkle_join(m->hasher, &m->peak[level], root, root);
        else
            *root = m->peak[level];
        begun = true;
    }
}

/* The largest power of two smaller than n (n > 1). */
static uint64_t split_of(uint64_t n) {
    uint64_t k = 1;
    while (k < n - k) k *= 2;
    return k;
}

rt_status rt_merkle_path(uint64_t index, uint64_t size, rt_merkle_subtree *subtree, void *from, rt_hash *path,
                         size_t *n, rt_error *err) {
    uint64_t begin = 0, end = size;
    size_t depth = 0;
    while (end - begin > 1) {
        const uint64_t middle = begin + split_of(end - begin);
        const bool in_left = index < middle;
        RT_TRY(subtree(from, in_left ? middle : begin, in_left ? end : middle, &path[depth++], err));
        if (in_left)
            end = middle;
        else
            begin = middle;
    }
    for (size_t i = 0; i < depth / 2; i++) {
        const rt_hash swap = path[i];
        path[i] = path[depth - 1 - i];
        path[depth - 1 - i] = swap;
    }
    *n = depth;
    return rt_ok;
}

bool rt_merkle_proves(rt_hasher *h, const rt_hash *leaf, uint64_t index, uint64_t size, const rt_hash *path, size_t n,
                      const rt_hash *root) {
    if (index >= size) return false;
    uint64_t fn = index, sn = size - 1;
    rt_hash r = *leaf;
    for (size_t i = 0; i < n; i++) {
        if (sn == 0) return false;
        if ((fn & 1) || fn == sn) {
            rt_merkle_join(h, &path[i], &r, &r);
            while (!(fn & 1) && fn != 0) fn >>= 1, sn >>= 1;
        } else {
            rt_merkle_join(h, &r, &path[i], &r);
        }
        fn >>= 1, sn >>= 1;
    }
    return sn == 0 && rt_hash_eq(&r, root);
}
