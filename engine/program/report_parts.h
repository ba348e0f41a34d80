/* The fixed parts of the report's page: its style sheet and the shapes of its marks. */
#ifndef RN_PROGRAM_REPORT_PARTS_H
#define RN_PROGRAM_REPORT_PARTS_H

/* CSS for light and dark screens and for paper. Contrast of text is at least 4.5:1,
 * of marks 3:1, in both. */
extern const char rn_report_style[];

/* SVG symbols, one for each mark, by its name. */
extern const char rn_report_shapes[];

#endif
