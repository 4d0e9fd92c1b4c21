/* The views, a line each. */
#include "analysis/view.h"

/* clang-format off */
const rt_view *const rt_views[] = {
    &rt_view_show,
    &rt_view_timeline,
    &rt_view_movements,
    &rt_view_sources,
    &rt_view_holdings,
    &rt_view_statement,
    &rt_view_conflicts,
    &rt_view_corroboration,
    &rt_view_hypotheses,
    &rt_view_presence,
    &rt_view_network,
    &rt_view_path,
    &rt_view_knew,
    &rt_view_alerts,
    &rt_view_exhibits,
    &rt_view_requests,
    &rt_view_vettings,
    &rt_view_editions,
    &rt_view_listed,
    &rt_view_changes,
    &rt_view_matches,
    &rt_view_history,
    &rt_view_search,
    &rt_view_sent,
    &rt_view_stats,
    NULL,
};
/* clang-format on */
