/* What a simulated run amounts to, counted in its store. */
#ifndef RN_SIM_FIGURES_H
#define RN_SIM_FIGURES_H

#include "db.h"
#include "demo.h"
#include "engine.h"

gboolean rn_figures_count (rn_db *db, rn_time end, struct rn_demo_figures *figures, GError **error);

/* Writes OUT/report.html: the page that `rotnem report --html` writes. */
gboolean rn_figures_report (rn_engine *engine, const char *out, GError **error);

/* The figures as ten lines for people. Free with g_strfreev. */
GStrv rn_figures_lines (const struct rn_demo_figures *figures);

#endif
