/** How the achievements of one learner hang together, as far as their definitions tell. */
import type { Association } from '../../documents/clr/clr-credential.js';
import type { Definition } from '../micro-credentials/definition.js';

export interface HeldVersion {
  microCredentialId: string;
  number: number;
  /** Address of the achievement. */
  achievement: string;
  definition: Pick<Definition, 'title' | 'stackability'>;
}

/**
 * An older version is replaced by the next that is held; what counts towards something with the very title of another one that
 * is held is a part of it. Anything else that a teacher wrote is read by people alone.
 */
export function recordAssociations(held: readonly HeldVersion[]): Association[] {
  return held.flatMap((one) => [...replaced(one, held), ...parts(one, held)]);
}

function replaced(one: HeldVersion, held: readonly HeldVersion[]): Association[] {
  const later = held
    .filter(
      ({ microCredentialId, number }) => microCredentialId === one.microCredentialId && number > one.number,
    )
    .sort((a, b) => a.number - b.number);
  return later.slice(0, 1).map(({ achievement }) => ({
    kind: 'replacedBy' as const,
    source: one.achievement,
    target: achievement,
  }));
}

function parts(one: HeldVersion, held: readonly HeldVersion[]): Association[] {
  const towards = largerName(one.definition);
  if (towards === undefined) return [];
  return held
    .filter(({ microCredentialId }) => microCredentialId !== one.microCredentialId)
    .filter(({ definition }) => isCalled(definition, towards))
    .map(({ achievement }) => ({ kind: 'isPartOf' as const, source: one.achievement, target: achievement }));
}

/** Name of the larger credential that it counts towards; undefined where it counts towards none that is named. */
export function largerName({ stackability }: Pick<Definition, 'stackability'>): string | undefined {
  if (stackability?.kind === 'stand-alone') return undefined;
  return stackability?.towards?.trim() || undefined;
}

/** In any of its languages. */
export const isCalled = ({ title }: Pick<Definition, 'title'>, name: string): boolean =>
  Object.values(title).some((one) => isSameName(one, name));

export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (text: string): string => text.trim().toLowerCase();
