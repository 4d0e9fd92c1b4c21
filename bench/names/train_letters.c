/* Learns the odds of letters from pairs of words that are one name: expectation maximisation of a stochastic edit
 * distance with units of up to two letters on either side.
 *
 *     train_letters [--same] [--keep N] [--rounds N] < PAIRS > UNITS
 *
 * PAIRS: "left TAB right TAB weight" a line; UNITS: "left TAB right TAB cost TAB count". Edges of words take part as
 * letters, written ( and ). --same: both sides are of one alphabet and a pair counts in both directions.
 *
 * The weight of a unit is N(a:b) / sqrt(N(a) N(b)), the geometric mean of both conditional odds, N being expected
 * counts. A pair need not be right: its part in the counts is how much likelier it is under these odds than as two
 * words that know nothing of each other (letters by their bigrams). Units of two letters stay where they say enough
 * more than their parts do; then all is counted again. */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LETTERS = 64, MOST_WORD = 36, MOST_UNITS = 1 + MOST_LETTERS + MOST_LETTERS * MOST_LETTERS };

typedef struct word {
    unsigned char at[MOST_WORD];
    int n;
} word;

typedef struct pair {
    word a, b;
    double weight, odds;
} pair;

/* A side's letters, and how often each letter and two letters stand in all words of that side. */
typedef struct side {
    int index[256], letters;
    char letter[MOST_LETTERS];
    double seen[MOST_UNITS], total;
} side;

typedef struct model {
    side left, right;
    double *weight, *count; /* [left unit][right unit] */
    bool *allowed;
    double related, related_count, pair_count, likelihood;
} model;

static pair *pairs;
static size_t pair_n;

static int single(int letter) { return 1 + letter; }

static int two(const side *s, int first, int second) { return 1 + s->letters + first * s->letters + second; }

static int units(const side *s) { return 1 + s->letters + s->letters * s->letters; }

static size_t at(const model *m, int left, int right) {
    return (size_t)left * (size_t)units(&m->right) + (size_t)right;
}

static bool read_word(side *s, const char *text, word *w) {
    const size_t n = strlen(text);
    if (n == 0 || n + 2 > MOST_WORD) return false;
    w->n = 0;
    w->at[w->n++] = 0;
    for (size_t i = 0; i < n; i++) {
        const unsigned char c = (unsigned char)text[i];
        if (s->index[c] == 0) {
            if (s->letters == MOST_LETTERS) return false;
            s->letter[s->letters] = (char)c;
            s->index[c] = s->letters++;
        }
        w->at[w->n++] = (unsigned char)s->index[c];
    }
    w->at[w->n++] = 0;
    return true;
}

static void add_pair(model *m, const char *a, const char *b, double weight) {
    static size_t room;
    if (pair_n == room) {
        room = room ? room * 2 : 1 << 16;
        pairs = realloc(pairs, room * sizeof *pairs);
        if (!pairs) exit(2);
    }
    pair *p = &pairs[pair_n];
    *p = (pair){.weight = weight, .odds = 1};
    if (read_word(&m->left, a, &p->a) && read_word(&m->right, b, &p->b)) pair_n++;
}

static void read_pairs(model *m, bool same) {
    char line[512];
    while (fgets(line, sizeof line, stdin)) {
        char *a = strtok(line, "\t\n"), *b = strtok(NULL, "\t\n"), *w = strtok(NULL, "\t\n");
        if (!a || !b || !w) continue;
        add_pair(m, a, b, atof(w) / (same ? 2 : 1));
        if (same) add_pair(m, b, a, atof(w) / 2);
    }
}

static void count_side(side *s, const word *w, double weight) {
    for (int i = 0; i < w->n; i++) {
        s->seen[single(w->at[i])] += weight;
        s->seen[0] += weight;
        if (i > 0) s->seen[two(s, w->at[i - 1], w->at[i])] += weight;
    }
}

/* The odds of a word as letters that follow each other, knowing nothing. */
static double alone(const side *s, const word *w) {
    double sum = 0;
    for (int i = 1; i < w->n; i++)
        sum +=
            log((s->seen[two(s, w->at[i - 1], w->at[i])] + 0.5) / (s->seen[single(w->at[i - 1])] + 0.5 * s->letters));
    return sum;
}

typedef double lattice[MOST_WORD + 1][MOST_WORD + 1];

/* Calls for each unit that ends at i, j: its two ids and where it begins. */
#define EACH_UNIT(m, p, i, j, body)                                                                                    \
    for (int da = 0; da <= 2 && da <= (i); da++)                                                                       \
        for (int db = 0; db <= 2 && db <= (j); db++) {                                                                 \
            if ((da == 0 && db != 1) || (db == 0 && da != 1)) continue;                                                \
            const int l = da == 0   ? 0                                                                                \
                          : da == 1 ? single((p)->a.at[(i)-1])                                                         \
                                    : two(&(m)->left, (p)->a.at[(i)-2], (p)->a.at[(i)-1]);                             \
            const int r = db == 0   ? 0                                                                                \
                          : db == 1 ? single((p)->b.at[(j)-1])                                                         \
                                    : two(&(m)->right, (p)->b.at[(j)-2], (p)->b.at[(j)-1]);                            \
            const size_t u = at((m), l, r);                                                                            \
            const double weight = (m)->weight[u];                                                                      \
            if (weight <= 0) continue;                                                                                 \
            body                                                                                                       \
        }

static double forward(const model *m, const pair *p, lattice f) {
    for (int i = 0; i <= p->a.n; i++)
        for (int j = 0; j <= p->b.n; j++) {
            f[i][j] = i + j == 0;
            EACH_UNIT(m, p, i, j, f[i][j] += f[i - da][j - db] * weight;)
        }
    return f[p->a.n][p->b.n];
}

static void backward(model *m, const pair *p, const lattice f, double total) {
    lattice b = {0};
    b[p->a.n][p->b.n] = 1;
    for (int i = p->a.n; i >= 0; i--)
        for (int j = p->b.n; j >= 0; j--) {
            if (b[i][j] <= 0) continue;
            EACH_UNIT(m, p, i, j, {
                b[i - da][j - db] += b[i][j] * weight;
                m->count[u] += p->weight * p->odds * f[i - da][j - db] * weight * b[i][j] / total;
            })
        }
}

static void expect(model *m) {
    static lattice f;
    m->related_count = m->pair_count = m->likelihood = 0;
    memset(m->count, 0, (size_t)units(&m->left) * (size_t)units(&m->right) * sizeof *m->count);
    for (size_t k = 0; k < pair_n; k++) {
        pair *p = &pairs[k];
        const double total = forward(m, p, f);
        const double chance = exp((alone(&m->left, &p->a) + alone(&m->right, &p->b)) / 2);
        p->odds = total <= 0 ? 0 : m->related * total / (m->related * total + (1 - m->related) * chance);
        m->related_count += p->weight * p->odds;
        m->pair_count += p->weight;
        m->likelihood += p->weight * log(m->related * total + (1 - m->related) * chance);
        if (p->odds > 0.01) backward(m, p, f, total);
    }
    m->related = m->related_count / m->pair_count;
    if (m->related > 0.999) m->related = 0.999;
}

/* How often each letter stands in the pairs that count. */
static void count_sides(model *m) {
    memset(m->left.seen, 0, sizeof m->left.seen);
    memset(m->right.seen, 0, sizeof m->right.seen);
    for (size_t k = 0; k < pair_n; k++) {
        count_side(&m->left, &pairs[k].a, pairs[k].weight * pairs[k].odds);
        count_side(&m->right, &pairs[k].b, pairs[k].weight * pairs[k].odds);
    }
}

static void maximise(model *m, double least) {
    for (int l = 0; l < units(&m->left); l++)
        for (int r = 0; r < units(&m->right); r++) {
            const size_t u = at(m, l, r);
            const double n = m->count[u];
            m->weight[u] = !m->allowed[u] || n < least ? 0 : n / sqrt(m->left.seen[l] * m->right.seen[r]);
            if (m->weight[u] > 1) m->weight[u] = 1;
        }
    m->weight[at(m, single(0), single(0))] = 1;
}

static bool is_two(const side *s, int unit) { return unit > s->letters; }

/* The letters of a unit; how many. */
static int parts(const side *s, int unit, int out[2]) {
    if (unit == 0) return 0;
    if (!is_two(s, unit)) return out[0] = unit - 1, 1;
    out[0] = (unit - 1 - s->letters) / s->letters;
    out[1] = (unit - 1 - s->letters) % s->letters;
    return 2;
}

/* The best that units of single letters can do for a unit. */
static double by_parts(const model *m, int l, int r) {
    int a[2], b[2];
    const int n = parts(&m->left, l, a), k = parts(&m->right, r, b);
    double f[3][3] = {{0}};
    f[0][0] = 1;
    for (int i = 0; i <= n; i++)
        for (int j = 0; j <= k; j++) {
            if (i > 0) f[i][j] = fmax(f[i][j], f[i - 1][j] * m->weight[at(m, single(a[i - 1]), 0)]);
            if (j > 0) f[i][j] = fmax(f[i][j], f[i][j - 1] * m->weight[at(m, 0, single(b[j - 1]))]);
            if (i > 0 && j > 0)
                f[i][j] = fmax(f[i][j], f[i - 1][j - 1] * m->weight[at(m, single(a[i - 1]), single(b[j - 1]))]);
        }
    return f[n][k];
}

/* First only single letters may stand for each other, then two as well; edges never alone. */
static void allow(model *m, bool twos) {
    for (int l = 0; l < units(&m->left); l++)
        for (int r = 0; r < units(&m->right); r++) {
            const bool one = !is_two(&m->left, l) && !is_two(&m->right, r);
            int a[2] = {-1, -1}, b[2] = {-1, -1};
            const int n = parts(&m->left, l, a), k = parts(&m->right, r, b);
            bool fine = n + k > 0 && (one || twos) && !(n + k == 2 && (n == 0 || k == 0));
            /* An edge goes with an edge, at the same end. */
            const bool start_a = n == 2 && a[0] == 0, end_a = n == 2 && a[1] == 0, only_a = n == 1 && a[0] == 0;
            const bool start_b = k == 2 && b[0] == 0, end_b = k == 2 && b[1] == 0, only_b = k == 1 && b[0] == 0;
            if ((start_a && !(start_b || only_b)) || (end_a && !(end_b || only_b))) fine = false;
            if ((start_b && !(start_a || only_a)) || (end_b && !(end_a || only_a))) fine = false;
            if (only_a != only_b && !(only_a && (start_b || end_b)) && !(only_b && (start_a || end_a))) fine = false;
            m->allowed[at(m, l, r)] = fine;
            if (fine && !one) m->weight[at(m, l, r)] = 0.02;
        }
}

typedef struct gain {
    double worth;
    int l, r;
} gain;

static int by_worth(const void *x, const void *y) {
    const gain *a = x, *b = y;
    return a->worth < b->worth ? 1 : a->worth > b->worth ? -1 : 0;
}

/* Keeps the units of two letters that are worth most, as long as each side has at most `most` of them. */
static void prune(model *m, int most, double least) {
    static bool left_has[MOST_UNITS], right_has[MOST_UNITS];
    static gain gains[1 << 20];
    size_t n = 0;
    int lefts = 0, rights = 0;
    memset(left_has, 0, sizeof left_has);
    memset(right_has, 0, sizeof right_has);
    for (int l = 0; l < units(&m->left); l++)
        for (int r = 0; r < units(&m->right); r++) {
            if (!is_two(&m->left, l) && !is_two(&m->right, r)) continue;
            const size_t u = at(m, l, r);
            m->allowed[u] = false;
            if (m->count[u] < least || m->weight[u] < 0.003) continue;
            const double more = log(m->weight[u] / fmax(by_parts(m, l, r), 1e-6));
            if (more > 0.5 && n < 1 << 20) gains[n++] = (gain){m->count[u] * more, l, r};
        }
    qsort(gains, n, sizeof *gains, by_worth);
    for (size_t i = 0; i < n; i++) {
        const gain *g = &gains[i];
        const bool new_left = is_two(&m->left, g->l) && !left_has[g->l];
        const bool new_right = is_two(&m->right, g->r) && !right_has[g->r];
        if (lefts + new_left > most || rights + new_right > most) continue;
        lefts += new_left;
        rights += new_right;
        left_has[g->l] = right_has[g->r] = true;
        m->allowed[at(m, g->l, g->r)] = true;
    }
}

static void show_unit(const side *s, int unit) {
    int a[2];
    const int n = parts(s, unit, a);
    if (n == 0) putchar('-');
    for (int i = 0; i < n; i++) putchar(a[i] != 0 ? s->letter[a[i]] : n == 2 && i == 0 ? '(' : ')');
}

static void show(const model *m, bool same) {
    for (int l = 0; l < units(&m->left); l++)
        for (int r = 0; r < units(&m->right); r++) {
            const size_t u = at(m, l, r);
            if (m->weight[u] <= 0 || m->count[u] < 2 || (l == single(0) && r == single(0))) continue;
            const double cost = -log(m->weight[u]);
            if (cost >= 8 || (same && l > r)) continue;
            show_unit(&m->left, l);
            putchar('\t');
            show_unit(&m->right, r);
            printf("\t%.2f\t%.0f\n", cost, m->count[u]);
        }
}

static void start(model *m) {
    const size_t all = (size_t)units(&m->left) * (size_t)units(&m->right);
    m->weight = calloc(all, sizeof *m->weight);
    m->count = calloc(all, sizeof *m->count);
    m->allowed = calloc(all, sizeof *m->allowed);
    if (!m->weight || !m->count || !m->allowed) exit(2);
    allow(m, false);
    for (size_t u = 0; u < all; u++) m->weight[u] = m->allowed[u] ? 0.04 : 0;
    for (int a = 1; a < m->left.letters; a++) /* letters that look the same begin with better odds */
        for (int b = 1; b < m->right.letters; b++)
            if ((m->left.letter[a] | 32) == m->right.letter[b]) m->weight[at(m, single(a), single(b))] = 0.4;
    m->weight[at(m, single(0), single(0))] = 1;
    m->related = 0.9;
    count_sides(m);
}

static void learn(model *m, int rounds, double least) {
    for (int i = 0; i < rounds; i++) {
        expect(m);
        count_sides(m);
        maximise(m, least);
        fprintf(stderr, "  likelihood %.4f a pair, %.3f related\n", m->likelihood / m->pair_count, m->related);
    }
}

int main(int argc, char **argv) {
    static model m;
    bool same = false;
    int keep = 240, rounds = 5;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--same") == 0)
            same = true;
        else if (strcmp(argv[i], "--keep") == 0 && i + 1 < argc)
            keep = atoi(argv[++i]);
        else if (strcmp(argv[i], "--rounds") == 0 && i + 1 < argc)
            rounds = atoi(argv[++i]);
        else
            return fprintf(stderr, "train_letters [--same] [--keep N] [--rounds N] < PAIRS\n"), 2;
    }
    m.left.letters = m.right.letters = 1; /* the edge */
    if (same)                             /* one alphabet: the same letter has the same index */
        for (int c = 'a'; c <= 'z'; c++) {
            m.left.letter[m.left.letters] = m.right.letter[m.right.letters] = (char)c;
            m.left.index[c] = m.right.index[c] = m.left.letters++;
            m.right.letters++;
        }
    read_pairs(&m, same);
    if (pair_n == 0) return fprintf(stderr, "no pairs\n"), 1;
    start(&m);
    learn(&m, rounds, 0.5);
    allow(&m, true);
    learn(&m, rounds, 1);
    prune(&m, keep, same ? 2.5 : 4);
    learn(&m, rounds, 1);
    show(&m, same);
    return 0;
}
