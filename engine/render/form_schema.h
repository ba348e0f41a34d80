/* templates/form.rng, built in. */
#ifndef RN_RENDER_FORM_SCHEMA_H
#define RN_RENDER_FORM_SCHEMA_H

/* Its text, ended by a zero byte. */
extern const char rn_form_schema[] __attribute__ ((visibility ("hidden")));

#endif
