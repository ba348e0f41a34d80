/* Templates and forms as they lie in the templates folder, read once and known by the
 * hash of what a mail's words come from. */
#ifndef RN_TURN_LIBRARY_H
#define RN_TURN_LIBRARY_H

#include <glib.h>

#include "form.h"

typedef struct rn_library rn_library;

rn_library *rn_library_new (const char *templates_dir);
void rn_library_free (rn_library *library);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_library, rn_library_free)

/* Source and hash of a template in a language, falling back to English, then to Rotnem's own
 * words for such a mail; a file that the folder lacks is the shipped one. `form` may be NULL. The source is (name, markdown, shell, form, language) and belongs to the
 * library, as does the hash. CONFIG when there is no such template. */
gboolean rn_library_template (rn_library *library, const char *program, const char *language, const char *name,
                              const char *form, const char **hash, GVariant **source, GError **error);

/* What a task's mail says in a few words: the phrase of this key in a group of tasks.ini, found in the
 * same places as a template, by each key anew. NULL where none of them has it; free with g_free. */
char *rn_library_phrase (rn_library *library, const char *program, const char *language, const char *group, const char *key);

gboolean rn_library_has_template (rn_library *library, const char *program, const char *name);
gboolean rn_library_has_form (rn_library *library, const char *program, const char *name);

/* A form of the program; belongs to the library. CONFIG errors name file and line. */
rn_form *rn_library_form (rn_library *library, const char *program, const char *name, GError **error);

#endif
