#include "exchange/un_record.h"

static const char *const value[] = {"VALUE", NULL};
static const char *const alias[] = {"QUALITY", "ALIAS_NAME", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH",
                                    "NOTE",    NULL};
static const char *const place[] = {"STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE", NULL};
static const char *const birth[] = {"TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE", NULL};
static const char *const document[] = {"TYPE_OF_DOCUMENT",
                                       "TYPE_OF_DOCUMENT2",
                                       "NUMBER",
                                       "ISSUING_COUNTRY",
                                       "DATE_OF_ISSUE",
                                       "CITY_OF_ISSUE",
                                       "COUNTRY_OF_ISSUE",
                                       "NOTE",
                                       NULL};

/* DATAID makes the id, and the parts of the name the name (un.c). VERSIONNUM is always 1; the SORT_KEYs are empty. The
 * part of a name that comes third or fourth is not said to be a middle or a last one, so it stands in the whole name
 * only. A name in the original script is an alias, so that the name that people see stays the one in Latin script. */
const un_field un_fields[] = {
    {"DATAID", un_take_nothing, {0}, NULL},
    {"VERSIONNUM", un_take_nothing, {0}, NULL},
    {"SORT_KEY", un_take_nothing, {0}, NULL},
    {"SORT_KEY_LAST_MOD", un_take_nothing, {0}, NULL},
    {"FIRST_NAME", un_take_name_part, RT_S_INIT("firstName"), NULL},
    {"SECOND_NAME", un_take_name_part, RT_S_INIT("secondName"), NULL},
    {"THIRD_NAME", un_take_nothing, {0}, NULL},
    {"FOURTH_NAME", un_take_nothing, {0}, NULL},
    {"NAME_ORIGINAL_SCRIPT", un_take_text, RT_S_INIT("alias"), NULL},
    {"INDIVIDUAL_ALIAS", un_take_alias, {0}, alias},
    {"ENTITY_ALIAS", un_take_alias, {0}, alias},
    {"TITLE", un_take_values, RT_S_INIT("title"), value},
    {"DESIGNATION", un_take_values, RT_S_INIT("position"), value},
    {"NATIONALITY", un_take_values, RT_S_INIT("nationality"), value},
    {"NATIONALITY2", un_take_text, RT_S_INIT("nationality"), NULL},
    {"GENDER", un_take_text, RT_S_INIT("gender"), NULL},
    {"COMMENTS1", un_take_text, RT_S_INIT("notes"), NULL},
    {"INDIVIDUAL_ADDRESS", un_take_address, RT_S_INIT("address"), place},
    {"ENTITY_ADDRESS", un_take_address, RT_S_INIT("address"), place},
    {"INDIVIDUAL_DATE_OF_BIRTH", un_take_birth_date, RT_S_INIT("birthDate"), birth},
    {"INDIVIDUAL_PLACE_OF_BIRTH", un_take_birth_place, RT_S_INIT("birthPlace"), place},
    {"INDIVIDUAL_DOCUMENT", un_take_document, {0}, document},
    {"UN_LIST_TYPE", un_take_program, RT_S_INIT("program"), NULL},
    {"LIST_TYPE", un_take_sanction_values, RT_S_INIT("description"), value},
    {"REFERENCE_NUMBER", un_take_sanction, RT_S_INIT("unscId"), NULL},
    {"LISTED_ON", un_take_sanction, RT_S_INIT("listingDate"), NULL},
    {"DELISTED_ON", un_take_sanction, RT_S_INIT("endDate"), NULL},
    {"LAST_DAY_UPDATED", un_take_sanction_values, RT_S_INIT("modifiedAt"), value},
    {NULL, NULL, {0}, NULL},
};
