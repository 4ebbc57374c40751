/** Ends a program at Ctrl-C or SIGTERM: once gracefully, at the second signal at once. */
import type { Logger } from 'pino';

export function stopOnSignals(stop: () => Promise<void>, log?: Logger): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log?.error({ err: error }, 'could not stop in an orderly way');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
