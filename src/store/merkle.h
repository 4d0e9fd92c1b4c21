/* A Merkle tree as in RFC 6962 (2.1), grown leaf by leaf with O(log n) state, with one place that may stay open.
 *
 * A leaf is SHA-256(0x00 || commitment), a node SHA-256(0x01 || left || right). The open place is for a batch's own
 * entry: it stands before the entries that it counts, so its line is known only after them. */
#pragma once

#include "base/hash.h"

enum { RT_MERKLE_LEVELS = 48 };

/* Nodes from this level up (256 leaves) are kept in the case: a proof then recomputes at most 510 leaves and reads two
 * nodes a level. Lower levels would cost more room than the time they save (docs/decisions/010-layout.md). */
enum { RT_MERKLE_KEPT = 8 };

/* Told of each complete subtree: its level (0: a leaf) and its place among those of its level. */
typedef rt_status rt_merkle_node(void *to, int level, uint64_t index, const rt_hash *hash, rt_error *err);

typedef struct rt_merkle {
    uint64_t size;
    rt_hash peak[RT_MERKLE_LEVELS]; /* of the complete subtree of each bit set in size */
    rt_hasher *hasher;              /* not owned */
    rt_merkle_node *node;           /* may be NULL */
    void *to;
    /* the open place */
    bool open;
    uint64_t hole;
    int hole_level; /* of the peak that it is in */
    rt_hash beside[RT_MERKLE_LEVELS];
    bool beside_left[RT_MERKLE_LEVELS];
} rt_merkle;

void rt_merkle_leaf(rt_hasher *h, const rt_hash *commitment, rt_hash *leaf);
void rt_merkle_join(rt_hasher *h, const rt_hash *left, const rt_hash *right, rt_hash *node);

RT_RESULT rt_merkle_add(rt_merkle *m, const rt_hash *leaf, rt_error *err);
RT_RESULT rt_merkle_leave_open(rt_merkle *m, rt_error *err); /* one at a time */
RT_RESULT rt_merkle_fill(rt_merkle *m, const rt_hash *leaf, rt_error *err);

/* The root of what is there; of nothing it is SHA-256 of the empty string. Nothing may be open. */
void rt_merkle_root(const rt_merkle *m, rt_hash *root);

/* One step of an inclusion proof, from the leaf up. */
typedef rt_status rt_merkle_subtree(void *from, uint64_t begin, uint64_t end, rt_hash *root, rt_error *err);

/* The path of leaf `index` in a tree of `size` (RFC 6962, 2.1.1): asks `subtree` for the root of each sibling. path has
 * room for RT_MERKLE_LEVELS. */
RT_RESULT rt_merkle_path(uint64_t index, uint64_t size, rt_merkle_subtree *subtree, void *from, rt_hash *path,
                         size_t *n, rt_error *err);

/* Whether the path leads from the leaf to the root (RFC 9162, 2.1.3.2). */
bool rt_merkle_proves(rt_hasher *h, const rt_hash *leaf, uint64_t index, uint64_t size, const rt_hash *path, size_t n,
                      const rt_hash *root);
