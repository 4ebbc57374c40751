/** Things that one process at a time works on, as stores in memory keep them. */
export interface Leased {
  id: string;
  dueAt: Date;
  lease?: { holder: string; until: Date };
}

export const nobodyWorksOn = ({ lease }: Leased, at: Date): boolean => !(lease && lease.until > at);

/** The thing, while the lease is still the taker's. */
export function heldBy<Thing extends Leased>(
  all: ReadonlyMap<string, Thing>,
  { id, lease }: { id: string; lease: { holder: string } },
): Thing | undefined {
  const found = all.get(id);
  return found?.lease?.holder === lease.holder ? found : undefined;
}

export function longestDue<Thing extends Leased>(things: Thing[], limit: number): Thing[] {
  return structuredClone(things.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime()).slice(0, limit));
}

/** Undefined unless it may be taken. */
export function takenBy<Thing extends Leased, Lease extends NonNullable<Leased['lease']>>(
  thing: Thing | undefined,
  mayBe: (thing: Thing) => boolean,
  lease: Lease,
): (Thing & { lease: Lease }) | undefined {
  if (!thing || !mayBe(thing)) return undefined;
  thing.lease = { ...lease };
  return structuredClone({ ...thing, lease });
}
