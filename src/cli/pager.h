/* A pager: another program that shows long text a screen at a time. */
#pragma once

/* Starts $PAGER, or less (told to quit where the text fits the screen, to show colours, and to leave the text there),
 * and puts the end of a pipe to it into *fd. From then on Ctrl-C is the pager's alone. Returns its process, or 0 with
 * *fd as it was, when there is none: PAGER is empty or `cat`, TERM is dumb, or it cannot be started. */
long rt_pager_start(int *fd);

/* Closes the pipe and waits until the reader has finished with the pager. */
void rt_pager_wait(long pager, int fd);
