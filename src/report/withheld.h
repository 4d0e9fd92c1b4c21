/* Marks in a report made for a recipient, for the eyes of who sees all: where something was left out of it. */
#pragma once

#include "report/doc.h"

/* Marks in `narrow` (made through the recipient's lens) where `full` (made of the same entity through the owner's) says
 * more: each sentence and each row that the recipient does not get leaves a mark in its place, those that follow each
 * other one. O(sentences and rows). `recipient` is their clearance. */
void rt_doc_mark_withheld(rt_doc *narrow, const rt_doc *full, rt_str recipient);
