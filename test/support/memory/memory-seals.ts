/** Linked seals, their secrets in clear, and what was sealed, in memory. */
import type { SealLink } from '../../../src/domain/seals/seal-link.js';
import type { SealLinks } from '../../../src/domain/seals/seal-links.js';
import type { SealRecord, SealRecords } from '../../../src/domain/seals/seal-records.js';
import type { SealAccess, SealService } from '../../../src/domain/seals/seal-service.js';
import type { SealedFile, SealedFiles } from '../../../src/domain/seals/sealed-files.js';
import { Problem } from '../../../src/shared/problem.js';
import { without } from '../../edges/storage/without.js';

export function memorySealRecords(): SealRecords {
  const all = new Map<string, SealRecord>();
  return {
    put: async (record) => void all.set(record.id, structuredClone(record)),
    of: async (institutionId) => structuredClone(all.get(institutionId)),
    async change(institutionId, linkedAt, fields) {
      const kept = all.get(institutionId);
      if (kept?.linkedAt.getTime() !== linkedAt.getTime()) return false;
      all.set(institutionId, { ...kept, ...fields });
      return true;
    },
    remove: async (institutionId) => void all.delete(institutionId),
  };
}

export function memorySealLinks(): SealLinks {
  const records = memorySealRecords();
  const secrets = new Map<string, SealAccess>();
  return {
    async keep(link, access) {
      await records.put({ ...link, secrets: '' });
      secrets.set(link.id, access);
    },
    async of(institutionId): Promise<SealLink | undefined> {
      const record = await records.of(institutionId);
      return record && without(record, 'secrets');
    },
    open: async (institutionId) => secrets.get(institutionId),
    renew: (linkedAt, link) =>
      records.change(link.id, linkedAt, {
        relation: undefined,
        stopped: undefined,
        pausedUntil: undefined,
        ...link,
      }),
    decide: (institutionId, linkedAt, relation) => records.change(institutionId, linkedAt, { relation }),
    note: async (institutionId, linkedAt, trouble) =>
      void (await records.change(institutionId, linkedAt, trouble)),
    async forget(institutionId) {
      await records.remove(institutionId);
      secrets.delete(institutionId);
    },
  };
}

export function memorySealedFiles(): SealedFiles {
  const all = new Map<string, SealedFile>();
  return {
    async add(file) {
      if (all.has(file.id)) throw new Problem('duplicate');
      all.set(file.id, structuredClone(file));
    },
    of: async (awardId) => structuredClone(all.get(awardId)),
    has: async (awardId) => all.has(awardId),
  };
}

export const noSealService: SealService = {
  open: async () => Promise.reject(new Problem('seal-unreachable', { facts: { step: 'info' } })),
};
