#include "form_schema.h"

/* The schema's file itself, so that a program and its schema cannot differ, and no
 * process that renders needs to find or open it. */
__asm__ (".section .rodata\n"
         ".global rn_form_schema\n"
         ".hidden rn_form_schema\n"
         "rn_form_schema:\n"
         ".incbin \"" RN_FORM_RNG "\"\n"
         ".byte 0\n"
         ".previous\n");
