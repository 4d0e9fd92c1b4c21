/* One INDIVIDUAL or ENTITY of the UN's list while it becomes statements; what un.c, un_table.c and un_take.c share. */
#pragma once

#include "exchange/list_emit.h"
#include "exchange/xml.h"

typedef struct un_record {
    rt_list *list;
    rt_list_thing self, sanction;
    const rt_xml_node *node;
} un_record;

typedef struct un_field un_field;

typedef rt_status un_taker(un_record *r, const un_field *field, const rt_xml_node *node, rt_error *err);

struct un_field {
    const char *element;
    un_taker *take;
    rt_str prop;
    const char *const *parts; /* the children that it knows, ends with NULL; or NULL: none */
};

/* What stands in a record, one row an element; ends with element NULL. */
extern const un_field un_fields[];

un_taker un_take_text,       /* its text, of the entry */
    un_take_values,          /* each VALUE in it, of the entry */
    un_take_sanction,        /* its text, of the listing */
    un_take_sanction_values, /* each VALUE in it, of the listing */
    un_take_program,         /* of both */
    un_take_name_part, un_take_alias, un_take_address, un_take_birth_date, un_take_birth_place, un_take_document,
    un_take_nothing; /* known, and says nothing of its own */

/* A note of an element that is not known, with all text in it, and the sink is told. */
RT_RESULT un_unknown(un_record *r, const rt_xml_node *node, rt_error *err);

/* The same of text that stands beside the parts of an element. */
RT_RESULT un_text(un_record *r, const rt_xml_node *node, rt_error *err);
