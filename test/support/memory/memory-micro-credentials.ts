/** Micro-credentials in memory: (courseId, linkId) is unique, and a change needs the revision it began from. */
import type { MicroCredentialStore } from '../../../src/domain/micro-credentials/micro-credential-store.js';
import type { MicroCredential } from '../../../src/domain/micro-credentials/micro-credential.js';
import { offeredNow } from '../../../src/domain/micro-credentials/offered-now.js';
import { Problem } from '../../../src/shared/problem.js';

export function memoryMicroCredentials(...initial: MicroCredential[]): MicroCredentialStore {
  const all = new Map(initial.map((one) => [one.id, structuredClone(one)]));
  const ofLink = (courseId: string, linkId: string) =>
    [...all.values()].find((one) => one.courseId === courseId && one.linkId === linkId);
  const change = (id: string, revision: number, to: (found: MicroCredential) => MicroCredential) => {
    const found = all.get(id);
    if (!found || found.revision !== revision) return undefined;
    all.set(id, structuredClone({ ...to(found), revision: revision + 1 }));
    return structuredClone(all.get(id));
  };
  return {
    add: async (one) => {
      if (ofLink(one.courseId, one.linkId)) throw new Problem('duplicate');
      all.set(one.id, structuredClone(one));
    },
    byId: async (id) => structuredClone(all.get(id)),
    ofLink: async (courseId, linkId) => structuredClone(ofLink(courseId, linkId)),
    ofCourse: async (courseId) =>
      structuredClone([...all.values()].filter((one) => one.courseId === courseId)),
    offeredBy: async (institutionId, limit) =>
      structuredClone(
        [...all.values()]
          .filter((one) => one.institutionId === institutionId)
          .sort((one, other) => Number(other.createdAt) - Number(one.createdAt))
          .flatMap((one) => offeredNow(one) ?? [])
          .slice(0, limit),
      ),
    saveDraft: async (id, revision, draft) => change(id, revision, (found) => ({ ...found, draft })),
    discardDraft: async (id, revision) => change(id, revision, ({ draft: _discarded, ...found }) => found),
    setWriteBack: async (id, revision, writeBack) =>
      change(id, revision, (found) => ({ ...found, writeBack })),
    setOffering: async (id, revision, offering, retiredAt) =>
      change(id, revision, ({ retiredAt: _before, ...found }) => ({
        ...found,
        offering,
        ...(retiredAt && { retiredAt }),
      })),
    publish: async (id, revision, version) =>
      change(id, revision, ({ draft: _published, ...found }) => ({
        ...found,
        versions: [...found.versions, version],
      })),
  };
}
