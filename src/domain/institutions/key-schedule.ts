/**
 * When signing keys are due for new ones: the longer a key signs, the more a theft of it costs. docs/decisions/0016-renewing-signing-keys.md
 */
import type { PublicSigningKey } from './signing-keys.js';

export interface KeySchedule {
  /** Years after which keys in use are old; 0: never. */
  years: number;
  /** Who renews old keys: Acquis by itself, or the administrator, who is only told. */
  renewal: 'scheduled' | 'asked';
}

/** Are keys renewed by themselves here? */
export const isScheduled = ({ years, renewal }: KeySchedule): boolean => renewal === 'scheduled' && years > 0;

/** `on`: the day from which on they are renewed. `keyIds`: those that are renewed then. */
export type KeyState =
  | { kind: 'young' }
  | { kind: 'old' }
  | { kind: 'announced'; on: Date; keyIds: string[] }
  | { kind: 'due'; on: Date; keyIds: string[] };

const day = 86_400_000;
/** How long before the administrator is told. */
const announcedFor = 30 * day;

/** Keys that are retired or compromised already need no others: they are left out. */
export function stateOfKeys(
  keys: readonly PublicSigningKey[],
  now: Date,
  { years, renewal }: KeySchedule,
): KeyState {
  const inUse = keys.filter(({ retiredAt }) => !retiredAt);
  if (years === 0 || inUse.length === 0) return { kind: 'young' };
  const endOf = ({ createdAt }: PublicSigningKey): number => yearsAfter(createdAt, years).getTime();
  const first = Math.min(...inUse.map(endOf));
  if (renewal === 'asked') return { kind: first < now.getTime() ? 'old' : 'young' };
  if (first - announcedFor > now.getTime()) return { kind: 'young' };
  return {
    kind: first < now.getTime() ? 'due' : 'announced',
    on: new Date(first),
    // both keys of an institution are made one after the other: they are renewed together, too
    keyIds: inUse.filter((key) => endOf(key) < first + day).map(({ id }) => id),
  };
}

function yearsAfter(date: Date, years: number): Date {
  const after = new Date(date);
  after.setUTCFullYear(after.getUTCFullYear() + years);
  return after;
}
