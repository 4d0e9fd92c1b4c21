#include "names/left.h"

/* Classes of words that can stand against each other. */
typedef enum left_class {
    LEFT_NAME,
    LEFT_PATRONYMIC,
    LEFT_INITIAL,
    LEFT_CORE,
    LEFT_GENERIC,
    LEFT_PLACE,
    LEFT_NUMBER,
    LEFT_CLASSES
} left_class;

static const struct {
    rt_pair_feature differs, lacks;
} left_features[LEFT_CLASSES] = {
    [LEFT_NAME] = {RT_PAIR_differs_name, RT_PAIR_lacks_name},
    [LEFT_PATRONYMIC] = {RT_PAIR_differs_patronymic, RT_PAIR_lacks_patronymic},
    [LEFT_INITIAL] = {RT_PAIR_differs_name, RT_PAIR_lacks_initial},
    [LEFT_CORE] = {RT_PAIR_differs_core, RT_PAIR_lacks_core},
    [LEFT_GENERIC] = {RT_PAIR_differs_generic, RT_PAIR_lacks_generic},
    [LEFT_PLACE] = {RT_PAIR_differs_place, RT_PAIR_lacks_place},
    [LEFT_NUMBER] = {RT_PAIR_differs_number, RT_PAIR_lacks_number},
};

static left_class class_of(const rt_word *w) {
    switch ((rt_part)w->part) {
    case RT_PART_PATRONYMIC: return LEFT_PATRONYMIC;
    case RT_PART_INITIAL: return LEFT_INITIAL;
    case RT_PART_CORE: return LEFT_CORE;
    case RT_PART_GENERIC: return LEFT_GENERIC;
    case RT_PART_PLACE: return LEFT_PLACE;
    case RT_PART_NUMBER: return LEFT_NUMBER;
    default: return LEFT_NAME;
    }
}

/* A person's word and an organisation's, a father's name and a name, a known place and an unknown word may stand
 * against each other as well; a number stands against numbers alone. */
static bool may_oppose(left_class x, left_class y) {
    if (x == y) return true;
    if (x == LEFT_NUMBER || y == LEFT_NUMBER) return false;
    const bool name_x = x <= LEFT_INITIAL, name_y = y <= LEFT_INITIAL;
    return name_x == name_y || x == LEFT_CORE || y == LEFT_CORE;
}

/* One side's words that nothing is aligned with, in their order. */
typedef struct left {
    const rt_name *name;
    uint8_t at[RT_NAME_MOST_WORDS];
    uint8_t n;
} left;

static left left_of(const rt_name *name, uint32_t mask) {
    left l;
    l.name = name;
    l.n = 0;
    for (size_t i = 0; i < name->n; i++)
        if ((mask >> i & 1) != 0) l.at[l.n++] = (uint8_t)i;
    return l;
}

/* What two words of different classes stand for when they stand against each other. */
static left_class class_of_both(left_class x, left_class y) {
    if (x == y) return x;
    if (x == LEFT_PLACE || y == LEFT_PLACE) return LEFT_PLACE;
    return x == LEFT_CORE || y == LEFT_CORE ? LEFT_CORE : LEFT_NAME;
}

typedef struct opposing {
    left a, b;
    uint32_t taken_a, taken_b;
    rt_left_found *found;
    void *to;
} opposing;

static left_class class_at(const left *l, size_t i) { return class_of(&l->name->words[l->at[i]]); }

static void oppose_where(opposing *o, bool within_class) {
    for (size_t i = 0; i < o->a.n; i++)
        for (size_t j = 0; j < o->b.n && (o->taken_a >> i & 1) == 0; j++) {
            const left_class x = class_at(&o->a, i), y = class_at(&o->b, j);
            if ((o->taken_b >> j & 1) != 0 || (within_class ? x != y : !may_oppose(x, y))) continue;
            o->found(o->to, left_features[class_of_both(x, y)].differs, o->a.at[i], o->b.at[j]);
            o->taken_a |= 1U << i;
            o->taken_b |= 1U << j;
        }
}

void rt_left_over(const rt_name *a, const rt_name *b, const rt_alignment *m, rt_left_found *found, void *to) {
    opposing o = {left_of(a, m->content_a & ~m->a), left_of(b, m->content_b & ~m->b), 0, 0, found, to};
    oppose_where(&o, true);
    oppose_where(&o, false);
    for (size_t i = 0; i < o.a.n; i++)
        if ((o.taken_a >> i & 1) == 0) found(to, left_features[class_at(&o.a, i)].lacks, o.a.at[i], -1);
    for (size_t j = 0; j < o.b.n; j++)
        if ((o.taken_b >> j & 1) == 0) found(to, left_features[class_at(&o.b, j)].lacks, -1, o.b.at[j]);
}
