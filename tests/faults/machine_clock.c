/* Moves the clock of the machine for the programs it is loaded into (LD_PRELOAD), while they run.
   MACHINE_CLOCK names a file of eight bytes: by how many seconds, read at each look at the time. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static int (*real)(clockid_t, struct timespec *);
static volatile int64_t *seconds;

__attribute__((constructor)) static void begin(void)
{
	const char *path = getenv("MACHINE_CLOCK");
	int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;

	real = dlsym(RTLD_NEXT, "clock_gettime");
	if (file < 0)
		return;
	void *place = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
	close(file);
	if (place != MAP_FAILED)
		seconds = place;
}

int clock_gettime(clockid_t which, struct timespec *at)
{
	int done = real(which, at);

	if (done == 0 && seconds && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE))
		at->tv_sec += *seconds;
	return done;
}

int gettimeofday(struct timeval *restrict at, void *restrict zone)
{
	struct timespec now;
	int done = clock_gettime(CLOCK_REALTIME, &now);

	(void)zone;
	at->tv_sec = now.tv_sec;
	at->tv_usec = now.tv_nsec / 1000;
	return done;
}

time_t time(time_t *at)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	if (at)
		*at = now.tv_sec;
	return now.tv_sec;
}
