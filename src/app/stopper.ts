/** The end of everything that was opened: in the reverse order of opening, once, whoever asks. */

/**
 * @param closing what ends each thing, in the order of opening; may grow until the end is asked for
 * @returns what ends all; rejects with the first failure once all was tried: what cannot be closed keeps nothing else open
 */
export function stopper(closing: (() => Promise<void>)[]): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const close of closing.reverse()) await close().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  return () => (stopped ??= closeAll());
}
