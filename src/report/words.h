/* What the objects of views say, in words: for the terminal and for documents alike. */
#pragma once

#include "base/value.h"
#include "model/schema.h"
#include "model/types.h"

/* Any text, number or flag as text; empty for null, lists and objects. */
rt_str rt_scalar_text(rt_arena *arena, const rt_value *v);

/* "birthPlace" as "birth place". */
rt_str rt_prop_words(rt_arena *arena, rt_str prop);

/* The property of this name that the schema has; without a schema the first of the name; NULL when there is none. */
const rt_prop *rt_prop_in(const rt_schema *schema, rt_str name);

/* What the schema calls a property, as it stands within a line: "birth date", "INN"; else rt_prop_words. */
rt_str rt_prop_label_in(rt_arena *arena, const rt_schema *schema, rt_str name);

/* The caption of an entity, of something that holds one, or a text. */
rt_str rt_caption_words(rt_arena *arena, const rt_value *v);

/* What a topic {value, label?, means?, ...} says of its property. */
rt_str rt_topic_words(rt_arena *arena, const rt_value *topic);

/* "A, B" of a list of texts or entities; the caption of a single one. */
rt_str rt_names_joined(rt_arena *arena, const rt_value *list);

/* When something was: `when` (EDTF), else `span`, else "undated". */
rt_str rt_when_words(rt_arena *arena, const rt_value *holder);

/* A {value, label?, entity?} of this property: a country's name before its code, an entity's caption before its id, a
 * date in words. */
rt_str rt_value_words(rt_arena *arena, const rt_schema *schema, rt_str name, const rt_value *v);
