#include "names/digits.h"

#include <string.h>

/* The letter that a digit is most like, and the next. */
static const char first_like[] = "olzeasbtbg", second_like[] = "oizeasgtbq";

enum { FEWEST_LETTERS = 3, LETTERS_A_DIGIT = 2, MOST_DIGITS = 2 };

bool rt_has_digits(rt_str latin) {
    for (size_t i = 0; i < latin.len; i++)
        if (rt_is_digit(latin.at[i])) return true;
    return false;
}

/* A word ends in digits when it is one of several ("unit4"), but seldom in a nought or a one alone. */
static bool ends_in_number(rt_str word) {
    const char last = word.at[word.len - 1], before = word.at[word.len - 2];
    return rt_is_digit(last) && ((last != '0' && last != '1') || rt_is_digit(before));
}

/* "16eme", "7eleven" and a mark of letters and digits begin with more than one, or have too few letters. */
static bool is_misread(rt_str word) {
    size_t digits = 0;
    for (size_t i = 0; i < word.len; i++) digits += rt_is_digit(word.at[i]);
    const size_t letters = word.len - digits;
    return digits > 0 && digits <= MOST_DIGITS && letters >= FEWEST_LETTERS && letters >= LETTERS_A_DIGIT * digits &&
           !ends_in_number(word) && !(rt_is_digit(word.at[0]) && rt_is_digit(word.at[1]));
}

static void read_as(rt_str word, const char like[10], char out[RT_TOKEN_LETTERS + 1]) {
    for (size_t i = 0; i < word.len; i++) out[i] = rt_is_digit(word.at[i]) ? like[word.at[i] - '0'] : word.at[i];
    memset(out + word.len, 0, RT_TOKEN_LETTERS + 1 - word.len);
}

unsigned rt_digits_as_letters(rt_str word, char out[2][RT_TOKEN_LETTERS + 1]) {
    if (word.len > RT_TOKEN_LETTERS || !is_misread(word)) return 0;
    read_as(word, first_like, out[0]);
    read_as(word, second_like, out[1]);
    return memcmp(out[0], out[1], sizeof out[0]) == 0 ? 1 : 2;
}
