/** A copy that lacks some fields: absent, not undefined. */
export function without<T extends object, K extends keyof T>(thing: T, ...fields: K[]): Omit<T, K> {
  return Object.fromEntries(
    Object.entries(thing).filter(([field]) => !fields.includes(field as K)),
  ) as unknown as Omit<T, K>;
}
