/* Countries and territories as FollowTheMoney names them: mostly ISO 3166-1's two letters in lower case ("iq"), and
 * codes for what is no more or is disputed ("suhh", "ua-cri"). The names are in data/countries.yaml. */
#pragma once

#include "base/str.h"

/* The code of a country that is given by its code, its name in English or its own language, the spelling of a list
 * ("Korea, North", "Iran (Islamic Republic of)") or the word for its people ("Iraqi"). Case, accents and punctuation do
 * not count. false for what is none, or might be several ("Korea", "Dominican"). *code is constant. O(log n). */
bool rt_country_code(rt_str name, rt_str *code);

/* FollowTheMoney's label of a code, "Iraq" for "iq"; empty when there is no such code. */
rt_str rt_country_label(rt_str code);
