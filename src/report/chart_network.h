/* A network drawn: boxes for people, organisations, events and papers, lines for what joins them, and what the lines
 * mean below. What is derived is dashed, what is only suspected or believed dotted, what is denied or taken back
 * crossed out; all of it can be told apart in grey. Many that hang on one alone (the events of somebody's life) stand
 * in one box as a list. */
#pragma once

#include "base/value.h"
#include "report/picture.h"

/* Of the object of the view `network`; NULL when nothing is joined. Of very many the nearest are drawn, and the picture
 * says how many are not. */
const rt_picture *rt_chart_network(rt_arena *arena, const rt_value *view);
