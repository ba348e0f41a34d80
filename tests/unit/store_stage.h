/* A database in a temporary folder for each test of the store. */
#ifndef RN_TESTS_STORE_STAGE_H
#define RN_TESTS_STORE_STAGE_H

#include "unit.h"

#include <glib/gstdio.h>

#include "records.h"

#define NOW ((rn_time) 1772445600) /* 2026-03-02T10:00:00Z */

static char *folder, *path;
static rn_db *db;

static void
open_db (void)
{
	g_autoptr (GError) error = NULL;
	db = rn_db_open (path, FALSE, &error);
	rn_assert_no_error (error);
}

static inline void
reopen (void)
{
	rn_db_close (db);
	open_db ();
}

static void
set_up (void)
{
	folder = g_dir_make_tmp ("rotnem-store-XXXXXX", NULL);
	path = g_build_filename (folder, "db", NULL);
	open_db ();
}

static void
tear_down (void)
{
	g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

	rn_db_close (db);
	for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
		g_autofree char *file = g_build_filename (folder, name, NULL);
		g_unlink (file);
	}
	g_rmdir (folder);
	g_free (folder);
	g_free (path);
}

static inline void
save (gpointer record)
{
	g_autoptr (GError) error = NULL;
	ck_assert (rn_save (db, record, &error));
	rn_assert_no_error (error);
}

static TCase *
add_case (Suite *s, const char *name)
{
	TCase *tests = tcase_create (name);
	tcase_add_checked_fixture (tests, set_up, tear_down);
	suite_add_tcase (s, tests);
	return tests;
}

#endif
