/* Names that are known as a whole: family names, and Japanese given names. */
#include "names/letters_units.h"

static bool begins_with(const rt_letters_job *job, size_t begin, const rt_known_name *name) {
    for (size_t k = 1; k < name->n; k++)
        if (job->units.at[begin + k].code != name->letters[k]) return false;
    return true;
}

const rt_known_name *rt_letters_known(const rt_letters_job *job, const rt_known_names *names, size_t begin, size_t end,
                                      size_t most) {
    const uint32_t first = begin < end ? job->units.at[begin].code : 0;
    size_t low = 0, high = names->n;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (names->at[middle].letters[0] < first)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < names->n && names->at[low].letters[0] == first; low++) {
        const rt_known_name *name = &names->at[low];
        if (name->n <= most && begin + name->n <= end && begins_with(job, begin, name)) return name;
    }
    return NULL;
}

void rt_letters_known_token(rt_letters_job *job, const rt_known_name *name, const rt_letters_word *word) {
    rt_reading reading = {0};
    for (unsigned k = 0; k < RT_TOKEN_READINGS; k++) rt_reading_add(&reading, k, name->readings[k]);
    rt_letters_token(job, word, &reading);
}
