/* The grammar of the remarks in the SDN list: parts that end in "; ", each begun by words that say what it is. One row
 * a kind. */
#pragma once

#include "exchange/ofac_entry.h"

typedef struct ofac_remark ofac_remark;

/* Takes what stands behind the words of the row; `whole` is the part with them (without "alt. "). */
typedef rt_status ofac_taker(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err);

struct ofac_remark {
    rt_str words; /* how the part begins; ASCII case does not count */
    ofac_taker *take;
    rt_str prop;
};

ofac_taker ofac_take_text, ofac_take_number, ofac_take_passport, ofac_take_wallet, ofac_take_name, ofac_take_link,
    ofac_take_provision, ofac_take_note, ofac_take_phone, ofac_take_whole, ofac_take_itself, ofac_take_registration,
    ofac_take_kin;

extern const ofac_remark ofac_remark_rows[];
extern const size_t ofac_remark_row_count;
extern const char *const ofac_role_words[], *const ofac_honorifics[]; /* end with NULL */

/* The row whose words begin the part, the longest of these; or NULL. */
const ofac_remark *ofac_remark_for(rt_str part);

/* Takes the next part off the front of *rest: up to "; " that stands in no parentheses which close. False at the end.
 */
bool ofac_next_part(rt_str *rest, rt_str *part);

/* Whether a part without words of its own is what a person does or did ("Minister of Finance"), or is called ("Haji").
 */
bool ofac_is_position(rt_str part);
bool ofac_is_honorific(rt_str part);
