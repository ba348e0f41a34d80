/* Where Rotnem's own files are. */
#ifndef RN_BASE_SHIPPED_H
#define RN_BASE_SHIPPED_H

#include <glib.h>

/* Where "plugins", "scripts" or "templates" lie: the source tree and .libs when started from a build folder (named by
 * ROTNEM_SOURCE and ROTNEM_BUILD, or found beside the binary), else as installed. Free with g_free. */
char *rn_shipped_dir (const char *which);

#endif
