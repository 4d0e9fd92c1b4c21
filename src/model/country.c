#include "model/country.h"

#include "model/types_words.h"

bool rt_country_code(rt_str name, rt_str *code) { return rt_words_find(&rt_words_countries, name, code); }

rt_str rt_country_label(rt_str code) { return rt_words_label(&rt_words_countries, code); }
