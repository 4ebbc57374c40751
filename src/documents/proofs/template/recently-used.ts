/** A store whose keys have so many characters altogether at most: the one not used for longest gives way. */
export interface RecentlyUsed<Value> {
  get(key: string): Value | undefined;
  /** Holds nothing for a key that is longer than all may be. */
  set(key: string, value: Value): void;
}

export function recentlyUsed<Value>(mostCharacters: number): RecentlyUsed<Value> {
  const entries = new Map<string, { value: Value; lastUse: number }>();
  let [characters, uses] = [0, 0];
  const remove = (key: string): void => {
    if (entries.delete(key)) characters -= key.length;
  };
  const removeOldest = (): void => {
    const [oldest] = [...entries].sort(([, a], [, b]) => a.lastUse - b.lastUse);
    if (oldest) remove(oldest[0]);
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry) entry.lastUse = ++uses;
      return entry?.value;
    },
    set(key, value) {
      remove(key);
      entries.set(key, { value, lastUse: ++uses });
      characters += key.length;
      while (characters > mostCharacters) removeOldest();
    },
  };
}
