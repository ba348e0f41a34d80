/* Content lines as they leave (RFC 5545, 3.1). Each is written into a GString of its own and appended to the
 * calendar by rn_content_end. libical, which builds a tree of properties, copies it and writes it byte by byte,
 * took half of the time that it takes to compose a mail with an invitation; the bytes are the same. */
#ifndef RN_CALENDAR_CONTENT_LINE_H
#define RN_CALENDAR_CONTENT_LINE_H

#include "zone.h"

/* Appends a TEXT (3.3.11). Its control characters are LF at most. */
void rn_content_text (GString *line, const char *text);

/* Appends ";NAME=value", in quotes where it needs them (3.2). The value has neither control characters
 * nor double quotes. */
void rn_content_parameter (GString *line, const char *name, const char *value);

/* Appends "20260402T103000" (3.3.5), of the years 1970 to 9999. */
void rn_content_time (GString *line, rn_local local);

/* Moves the line to the end of the text, folded behind a space, colon or semicolon where there is one;
 * the line is empty then. */
void rn_content_end (GString *text, GString *line);

#endif
