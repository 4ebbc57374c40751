/** Confirmations in memory: one for each learner, version and platform, with its history. */
import type { Confirmation, ConfirmationStore } from '../../../src/domain/evidence/confirmation-store.js';

export function memoryConfirmations(): ConfirmationStore {
  const all = new Map<string, Confirmation>();
  const key = (...parts: (string | number)[]): string => parts.join(' ');
  return {
    decide: async (decision) => {
      const { microCredentialId, version, platformId, subject, ...entry } = decision;
      const of = key(microCredentialId, version, platformId, subject);
      all.set(of, { ...decision, history: [...(all.get(of)?.history ?? []), entry] });
    },
    of: async (...parts) => structuredClone(all.get(key(...parts))),
    all: async (microCredentialId, version) =>
      structuredClone(
        [...all.values()].filter(
          (one) => one.microCredentialId === microCredentialId && one.version === version,
        ),
      ),
  };
}
