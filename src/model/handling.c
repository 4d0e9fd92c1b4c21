#include "model/handling.h"

#include <stdlib.h>

#include "base/buf.h"

/* TLP 2.0 (FIRST, 2022), lowest first. */
static const char *const labels[] = {"clear", "green", "amber", "amber+strict", "red"};

static int label_rank(rt_str word) {
    for (int i = 0; i < (int)(sizeof labels / sizeof *labels); i++)
        if (rt_str_is(word, labels[i])) return i;
    return -1;
}

static bool is_compartment(rt_str word) {
    for (size_t i = 0; i < word.len; i++) {
        const char c = word.at[i];
        if (!(c >= 'a' && c <= 'z') && !(i > 0 && (rt_is_digit(c) || c == '-' || c == '_'))) return false;
    }
    return word.len > 0;
}

bool rt_is_handling(rt_str s, const char **why) {
    *why = "compartments (lower-case words) and at most one of clear, green, amber, amber+strict, red, with commas "
           "between";
    rt_str rest = s, word;
    int found = 0;
    while (rt_str_split(&rest, RT_S(","), &word)) {
        if (label_rank(word) >= 0)
            found++;
        else if (!is_compartment(word))
            return false;
    }
    return s.len > 0 && found <= 1;
}

static int by_text(const void *a, const void *b) {
    const rt_str *x = a, *y = b;
    const int x_label = label_rank(*x) >= 0, y_label = label_rank(*y) >= 0;
    return x_label != y_label ? x_label - y_label : rt_str_cmp(*x, *y);
}

rt_str rt_handling_canonical(rt_arena *arena, rt_str s) {
    rt_str *words = RT_NEW_N(arena, rt_str, s.len + 1), rest = s;
    size_t n = 0, len = 0;
    while (s.len > 0 && rt_str_split(&rest, RT_S(","), &words[n])) n++;
    if (n > 0) qsort(words, n, sizeof *words, by_text);
    char *at = rt_arena_alloc(arena, s.len + 1);
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && rt_str_eq(words[i], words[i - 1])) continue;
        if (len > 0) at[len++] = ',';
        for (size_t k = 0; k < words[i].len; k++) at[len++] = words[i].at[k];
    }
    return (rt_str){at, len};
}

/* The highest label among the words, `clear` when there is none. */
static int rank(rt_str handling) {
    int highest = 0;
    rt_str rest = handling, word;
    while (rt_str_split(&rest, RT_S(","), &word))
        if (label_rank(word) > highest) highest = label_rank(word);
    return highest;
}

static bool holds(rt_str clearance, rt_str compartment) {
    rt_str rest = clearance, word;
    while (rt_str_split(&rest, RT_S(","), &word))
        if (rt_str_eq(word, compartment)) return true;
    return false;
}

rt_str rt_handling_joined(rt_arena *arena, rt_str a, rt_str b) {
    if (a.len == 0 || b.len == 0) return rt_handling_canonical(arena, a.len > 0 ? a : b);
    const int highest = rank(a) > rank(b) ? rank(a) : rank(b);
    rt_buf text = {0};
    for (int i = 0; i < 2; i++) {
        rt_str rest = i == 0 ? a : b, word;
        while (rt_str_split(&rest, RT_S(","), &word))
            if (label_rank(word) < 0 || label_rank(word) == highest)
                rt_buf_printf(&text, "%s%.*s", text.len > 0 ? "," : "", RT_FMT(word));
    }
    const rt_str joined = rt_handling_canonical(arena, rt_buf_str(&text));
    rt_buf_close(&text);
    return joined;
}

bool rt_handling_seen(rt_str handling, rt_str clearance) {
    if (handling.len == 0) return true;
    if (rank(handling) > rank(clearance)) return false;
    rt_str rest = handling, word;
    while (rt_str_split(&rest, RT_S(","), &word))
        if (label_rank(word) < 0 && !holds(clearance, word)) return false;
    return true;
}
