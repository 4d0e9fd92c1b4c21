#include "exchange/csv_dialect.h"

#include <string.h>

/* The next field of the first row, as far as it matters for its name: *more is false behind the last. Doubled quotes
 * stay doubled: no column that is asked for has such a name twice. */
static rt_str next_field(rt_str *rest, char delimiter, bool *more) {
    size_t n = 0;
    bool quoted = rest->len > 0 && rest->at[0] == '"';
    for (n = quoted; n < rest->len; n++) {
        const char c = rest->at[n];
        if (quoted && c == '"')
            quoted = n + 1 < rest->len && rest->at[n + 1] == '"' && ++n > 0;
        else if (!quoted && (c == delimiter || c == '\n' || c == '\r'))
            break;
    }
    rt_str field = rt_str_trim(rt_str_cut(*rest, n));
    if (field.len >= 2 && field.at[0] == '"' && field.at[field.len - 1] == '"')
        field = rt_str_trim((rt_str){field.at + 1, field.len - 2});
    *more = n < rest->len && rest->at[n] == delimiter;
    *rest = rt_str_from(*rest, n + 1);
    return field;
}

typedef struct fit {
    size_t wanted, fields;
} fit;

static fit fit_of(rt_str head, char delimiter, const rt_str *wanted, size_t n) {
    fit f = {0, 0};
    for (bool more = true; more;) {
        const rt_str field = next_field(&head, delimiter, &more);
        f.fields++;
        for (size_t i = 0; i < n; i++) f.wanted += rt_str_eq(wanted[i], field);
    }
    return f;
}

char rt_csv_delimiter_told(rt_str head, const rt_str *wanted, size_t n) {
    static const char delimiters[] = {',', ';', '\t', '|'};
    char best = ',';
    fit most = {0, 1};
    while (head.len > 0 && (head.at[0] == '\n' || head.at[0] == '\r')) head = rt_str_from(head, 1);
    for (size_t i = 0; i < sizeof delimiters; i++) {
        const fit f = fit_of(head, delimiters[i], wanted, n);
        if (f.wanted < most.wanted || (f.wanted == most.wanted && f.fields <= most.fields)) continue;
        most = f;
        best = delimiters[i];
    }
    return best;
}

size_t rt_csv_sep_line(rt_str head, char *delimiter) {
    const rt_str line = rt_str_cut(head, rt_str_find(head, RT_S("\n")));
    const rt_str text = line.len > 0 && line.at[line.len - 1] == '\r' ? rt_str_cut(line, line.len - 1) : line;
    if (text.len != 5 || !rt_str_starts(text, RT_S("sep=")) || line.len == head.len) return 0;
    if (strchr(",;\t|:", text.at[4]) == NULL) return 0;
    *delimiter = text.at[4];
    return line.len + 1;
}
