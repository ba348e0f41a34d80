/* What is stored about a person, as she can read it. */
#ifndef RN_CLI_EXPORT_FILES_H
#define RN_CLI_EXPORT_FILES_H

#include <glib.h>

/* One thing that is stored, as lines of text; another heading than that of the one before is told in *heading. */
char *rn_export_text (GVariant *line, char **heading);

/* The same as one object, without the bytes of a mail. */
char *rn_export_json (GVariant *line);

/* A mail's name as a file and its bytes: "mail-in-7.eml". NULL when it is no mail, or its bytes are no longer kept;
 * an error for a letter that does not compose. */
GBytes *rn_export_mail (GVariant *line, char **name, GError **error);

#endif
