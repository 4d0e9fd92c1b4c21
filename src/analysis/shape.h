/* The pieces of which the objects of all views are made. */
#pragma once

#include "analysis/dating.h"
#include "analysis/reading.h"

/* {"id", "caption", "schema"}; of what no visible statement is about: the id as caption, schema null. */
RT_RESULT rt_shape_entity(rt_reading *r, rt_str id, rt_value **v, rt_error *err);
rt_value *rt_shape_of_entity(const rt_entity *e, rt_arena *arena);

/* Puts `statements` (ids) and `sources` of these statements into an object, and cites them. */
void rt_shape_cite(rt_reading *r, rt_value *object, rt_facts facts);
/* Their ids alone, under a key of their own. */
void rt_shape_ids(rt_reading *r, rt_value *object, const char *key, rt_facts facts);

/* Puts `value` and what it means: `label` ("Belgium" for "be"), `entity`, `refused` (why its type does not take it). */
RT_RESULT rt_shape_value(rt_reading *r, rt_value *object, const rt_claim *c, rt_error *err);

/* {value, stance, statements[], sources[], label?, entity?, refused?, retracted?} */
RT_RESULT rt_shape_claim(rt_reading *r, const rt_claim *c, rt_value **v, rt_error *err);

/* Puts under a key the claims of one property of an entity, each as rt_shape_claim shapes it. */
RT_RESULT rt_shape_claims(rt_reading *r, const rt_entity *e, const char *prop, const char *key, rt_value *object,
                          rt_error *err);

/* Puts `statements`: {id: {speaker, via[], stance, basis, reliability, credibility, said_at, valid, dataset, document,
 * locator, quote, retracted_by?, said?, held?}} of all that were cited. Where not all was
 * read that names an entity, `more` is true, unless the view says itself. To be called last. */
RT_RESULT rt_shape_cited(rt_reading *r, rt_value *object, rt_error *err);

void rt_shape_count(rt_reading *r, rt_value *object, const char *key, size_t n);

/* A list of texts. */
rt_value *rt_shape_texts(rt_strs texts, rt_arena *arena);
