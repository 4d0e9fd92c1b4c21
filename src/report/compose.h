/* The report on one entity: a document made of what the views say of it. */
#pragma once

#include "report/doc.h"
#include "store/lens.h"

/* Made through the lens, which `spec` opened (the head says what it leaves out and lets through: of the spec only what
 * its reader knows). `who` is a name, an alias or an id; RT_ABSENT as `show` says it. */
RT_RESULT rt_report_compose(rt_lens *lens, const rt_lens_spec *spec, rt_str who, rt_arena *arena, rt_doc **doc,
                            rt_error *err);
