/** A store in memory that holds so much at most: what was not used for longest gives way. */
export interface RecentlyUsed<Value> {
  get(key: string): Value | undefined;
  /** Holds nothing for a key that takes more than all may. */
  set(key: string, value: Value): void;
  delete(key: string): void;
}

/** @param sizeOf what a key takes of `most`; each takes one unless told */
export function recentlyUsed<Value>(
  most: number,
  sizeOf: (key: string) => number = () => 1,
): RecentlyUsed<Value> {
  // a Map tells its keys in the order in which they were set: the first is the one not used for longest
  const entries = new Map<string, Value>();
  let size = 0;
  const remove = (key: string): void => {
    if (entries.delete(key)) size -= sizeOf(key);
  };
  return {
    get(key) {
      const value = entries.get(key);
      if (value !== undefined) {
        entries.delete(key);
        entries.set(key, value);
      }
      return value;
    },
    set(key, value) {
      remove(key);
      entries.set(key, value);
      size += sizeOf(key);
      for (const oldest of entries.keys()) {
        if (size <= most) break;
        remove(oldest);
      }
    },
    delete: remove,
  };
}
