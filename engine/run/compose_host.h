/* Composing in a transport's process: stationery as the engine sent it, compiled once. */
#ifndef RN_RUN_COMPOSE_HOST_H
#define RN_RUN_COMPOSE_HOST_H

#include "letter.h"

typedef struct rn_stationery_cache rn_stationery_cache;

rn_stationery_cache *rn_stationery_cache_new (void);
void rn_stationery_cache_free (rn_stationery_cache *cache);

/* Takes a frame (hash, name, markdown, shell, form, language). CONFIG when it does not
 * compile: `rotnem check` finds that before. */
gboolean rn_stationery_learn (rn_stationery_cache *cache, GVariant *frame, GError **error);

/* The mail of a letter. */
GBytes *rn_stationery_compose (rn_stationery_cache *cache, const rn_letter *letter, GError **error);

#endif
