/* The plugin host: a child process that runs one provider (or the few of one simulated
 * company) and speaks frames with the engine. */
#ifndef RN_RUN_HOST_H
#define RN_RUN_HOST_H

int rn_host_main (int fd);

#endif
