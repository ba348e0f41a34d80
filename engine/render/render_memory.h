#ifndef RN_RENDER_MEMORY_H
#define RN_RENDER_MEMORY_H

/* To be called before anything else of this folder: memory that is not there ends the process,
 * as everywhere in GLib. Else a template would count as not well-formed, and its mails as
 * refused. */
void rn_render_memory (void);

#endif
