/** Decisions of juries in memory: one for each learner, version and platform, with its history. */
import type { JuryDecision, JuryDecisionStore } from '../../../src/domain/evidence/jury-decision-store.js';

export function memoryJuryDecisions(): JuryDecisionStore {
  const all = new Map<string, JuryDecision>();
  const key = (...parts: (string | number)[]): string => parts.join(' ');
  return {
    record: async (decision) => {
      const { microCredentialId, version, platformId, subject, ...word } = decision;
      const of = key(microCredentialId, version, platformId, subject);
      all.set(of, structuredClone({ ...decision, history: [...(all.get(of)?.history ?? []), word] }));
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
