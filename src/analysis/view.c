#include "analysis/view.h"

#include "analysis/as_if.h"
#include "analysis/erased_since.h"
#include "analysis/meant.h"

rt_status rt_view_look(const rt_view *view, rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                       rt_error *err) {
    RT_TRY(view->run(lens, args, arena, object, err));
    RT_TRY(rt_meant_put(lens, args->who, arena, *object, err));
    RT_TRY(rt_erased_since_put(lens, arena, *object, err));
    return rt_as_if_put(lens, arena, *object, err);
}
