/* A shared object that is no plugin. */
int rn_no_plugin = 1;
