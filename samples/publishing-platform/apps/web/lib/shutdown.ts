export type ShutdownHandler = () => Promise<void>;

const handlers = new Map<string, ShutdownHandler>();
const LIMIT_MS = Number(process.env['SHUTDOWN_LIMIT_MS'] ?? 10_000);

let shuttingDown: Promise<void> | undefined;

export function onShutdown(name: string, handler: ShutdownHandler): void {
  handlers.set(name, handler);
}

/** Runs all handlers. A handler that hangs is cut off by the timer, which ends the process. */
export function shutdown(reason: string): Promise<void> {
  shuttingDown ??= runHandlers(reason);
  return shuttingDown;
}

async function runHandlers(reason: string): Promise<void> {
  console.info(`[shutdown] ${reason}`);
  const limit = setTimeout(() => {
    console.error(`[shutdown] not done after ${LIMIT_MS} ms`);
    process.exit(1);
  }, LIMIT_MS);
  limit.unref();
  const handlerPromises = [...handlers].map(([name, handler]) => runHandler(name, handler));
  await Promise.all(handlerPromises);
  clearTimeout(limit);
  process.exit(0);
}

async function runHandler(name: string, handler: ShutdownHandler): Promise<void> {
  try {
    await handler();
  } catch (error) {
    console.error(`[shutdown] ${name}`, error);
  }
}

export function installSignalHandlers(): void {
  process.once('SIGTERM', () => {
    void shutdown('SIGTERM');
  });
  process.once('SIGUSR2', () => {
    void restart();
  });
}

/** The process manager sends SIGUSR2 before it starts the next version. */
async function restart(): Promise<void> {
  for (const [name, handler] of handlers) {
    await runHandler(name, handler); // expect: timeout/shutdown
  }
  process.exit(0);
}
