const STEP = 1000;

/**
 * Ends this process with SIGTERM when the one that started it is gone: npm passes a signal on to its shell only, and
 * what the shell has started would run on.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  };
  setInterval(look, STEP).unref();
}
