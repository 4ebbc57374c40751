/** Choices that a text decides: the same text, the same choices, on every machine. Not for secrets. */
import { createHash } from 'node:crypto';

export interface SeededChoices {
  oneOf<T>(items: readonly [T, ...T[]]): T;
}

export function seededChoices(seed: string): SeededChoices {
  let bytes: Buffer = Buffer.alloc(0);
  let block = 0;
  const next = (): number => {
    if (bytes.length === 0) bytes = createHash('sha256').update(`${block++} ${seed}`).digest();
    const byte = bytes[0] ?? 0;
    bytes = bytes.subarray(1);
    return byte;
  };
  return { oneOf: (items) => items[next() % items.length] ?? items[0] };
}
