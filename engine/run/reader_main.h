/* The reader process: raw mail in, readings out. It has no files and no network, and it
 * is killed and started anew when a mail is too much for it. */
#ifndef RN_RUN_READER_MAIN_H
#define RN_RUN_READER_MAIN_H

int rn_reader_main (int fd);

#endif
