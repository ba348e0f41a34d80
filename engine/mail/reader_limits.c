#include "config.h"

#include "reader_limits.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

static const struct {
	__rlimit_resource_t resource;
	rlim_t limit;
} limits[] = {
#ifndef RN_SANITIZERS /* AddressSanitizer's shadow counts as data */
	{ RLIMIT_DATA, RN_READER_MEMORY },
#endif
	{ RLIMIT_STACK, 8 * 1024 * 1024 },
	{ RLIMIT_NOFILE, 32 }, /* zone files and charset tables are opened when first met */
	{ RLIMIT_CORE, 0 },
};

static void
set_limits (void)
{
	for (gsize i = 0; i < G_N_ELEMENTS (limits); i++) {
		struct rlimit limit;
		if (getrlimit (limits[i].resource, &limit) != 0)
			continue;
		limit.rlim_cur = MIN (limits[i].limit, limit.rlim_max);
		limit.rlim_max = limit.rlim_cur;
		setrlimit (limits[i].resource, &limit);
	}
}

/* ---- Files that reading never needs --------------------------------------- */

/* What stands here is everybody's: zone files, charset tables, libraries. The state folder, the configuration and
 * its secrets do not. */
static const char *const readable[] = {
	"/usr", "/lib",
#ifdef RN_SANITIZERS
	"/proc", /* the leak check looks at the process itself */
#endif
};

/* Every right to files that the first kernel with Landlock knew, which is all that such a rule can refuse there. */
#define EVERY_RIGHT (LANDLOCK_ACCESS_FS_MAKE_SYM * 2 - 1)

static void
allow_reading (int rules, const char *folder)
{
	struct landlock_path_beneath_attr rule = {
		.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
		.parent_fd = open (folder, O_PATH | O_CLOEXEC),
	};

	if (rule.parent_fd < 0)
		return;
	syscall (SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
	close (rule.parent_fd);
}

/* A kernel without Landlock refuses nothing here: what can be written is refused below in any case. */
static void
refuse_files (void)
{
	const struct landlock_ruleset_attr rights = { .handled_access_fs = EVERY_RIGHT };
	int rules = (int) syscall (SYS_landlock_create_ruleset, &rights, sizeof rights, 0);

	if (rules < 0)
		return;
	for (gsize i = 0; i < G_N_ELEMENTS (readable); i++)
		allow_reading (rules, readable[i]);
	syscall (SYS_landlock_restrict_self, rules, 0);
	close (rules);
}

/* ---- System calls that reading never needs ------------------------------- */

/* LeakSanitizer clones and traces the process at its end. */
#if defined (__x86_64__) && !defined (RN_SANITIZERS)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined (__aarch64__) && !defined (RN_SANITIZERS)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#endif

#ifdef OUR_ARCH
#define LOAD(member) BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, member))
#define REFUSE BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define ALLOW BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define NEVER(call) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1), REFUSE

/* Refused rather than deadly: a library that only asks finds another way. */
static const struct sock_filter filter[] = {
	LOAD (arch),
	BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCH, 1, 0),
	BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
	LOAD (nr),
	NEVER (socket), NEVER (connect), NEVER (bind), NEVER (listen), NEVER (accept4),
	NEVER (execve), NEVER (execveat), NEVER (ptrace), NEVER (kill), NEVER (tkill), NEVER (clone3),
	NEVER (unlinkat), NEVER (renameat2), NEVER (linkat), NEVER (symlinkat), NEVER (mkdirat),
	NEVER (fchmodat), NEVER (fchownat), NEVER (truncate), NEVER (bpf), NEVER (io_uring_setup),
	NEVER (process_vm_writev), NEVER (pidfd_open), NEVER (memfd_create), NEVER (mount), NEVER (unshare),
#ifdef __x86_64__
	NEVER (fork), NEVER (vfork), NEVER (unlink), NEVER (rename), NEVER (link), NEVER (symlink), NEVER (mkdir),
	NEVER (rmdir), NEVER (chmod), NEVER (chown), NEVER (creat), NEVER (renameat), NEVER (accept),
	BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, __NR_open, 0, 4),
	LOAD (args[1]),
	BPF_JUMP (BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1),
	REFUSE,
	ALLOW,
#endif
	BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, __NR_openat, 0, 3),
	LOAD (args[2]),
	BPF_JUMP (BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1),
	REFUSE,
	ALLOW,
};

static void
refuse_calls (void)
{
	struct sock_fprog program = { .len = G_N_ELEMENTS (filter), .filter = (struct sock_filter *) filter };
	prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}
#else
static void
refuse_calls (void)
{
}
#endif

void
rn_reader_limits (void)
{
	set_limits ();
	prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
	refuse_files ();
	refuse_calls ();
}

void
rn_reader_clock (int milliseconds)
{
	struct itimerval clock = { .it_value = { .tv_sec = milliseconds / 1000, .tv_usec = milliseconds % 1000 * 1000 } };
	setitimer (ITIMER_PROF, &clock, NULL);
}
