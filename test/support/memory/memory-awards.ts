/** Awards and status lists in memory, with the unique keys of the real store. */
import { isDeepStrictEqual } from 'node:util';
import type { AwardStore, RevokedAward } from '../../../src/domain/awards/award-store.js';
import { openReview } from '../../../src/domain/awards/award-review.js';
import type { Award, AwardEvent } from '../../../src/domain/awards/award.js';
import { isSignedWith } from '../../../src/domain/awards/signed-with.js';
import type { PublicSigningKey } from '../../../src/domain/institutions/signing-keys.js';
import type { PublishedStatusList, StatusListStore } from '../../../src/domain/awards/status-list-store.js';

function revoked(
  { suspension: _over, ...award }: Award,
  { at, reason, event }: { at: Date; reason: string; event: AwardEvent },
): Award {
  const history = [...award.history, event];
  return { ...award, state: 'revoked', revokedAt: at, revocationReason: reason, stateChangedAt: at, history };
}

const signedBy = (awards: Award[], key: PublicSigningKey): Award[] =>
  awards.filter(
    ({ institutionId, issuedAt, signedWith }) =>
      institutionId === key.institutionId && issuedAt && signedWith && isSignedWith(signedWith, key),
  );

const withoutSigners = (awards: Award[], institutionId: string): Award[] =>
  awards.filter((one) => one.institutionId === institutionId && one.issuedAt && !one.signedWith);

export function memoryAwards(...initial: Award[]): AwardStore {
  const all = new Map(initial.map((award) => [award.id, structuredClone(award)]));
  const list = (): Award[] => [...all.values()];
  const copy = (award: Award | undefined) => structuredClone(award);
  const ofLearner = (id: string, version: number, platformId: string, subject: string) =>
    list().find(
      (one) =>
        one.microCredentialId === id &&
        one.version === version &&
        one.platformId === platformId &&
        one.subject === subject &&
        !one.correction,
    );
  const emailHolder = (id: string, version: number, emailKey: string) =>
    list().find(
      (one) =>
        one.microCredentialId === id && one.version === version && one.recipient?.emailKey === emailKey,
    );
  return {
    offer: async (award) => {
      const number = award.correction?.number;
      const held = number
        ? list().find(
            (one) =>
              one.correction?.number === number &&
              one.microCredentialId === award.microCredentialId &&
              one.platformId === award.platformId &&
              one.subject === award.subject,
          )
        : ofLearner(award.microCredentialId, award.version, award.platformId, award.subject);
      if (!held) all.set(award.id, structuredClone(award));
      return structuredClone(held ?? award);
    },
    byId: async (id) => copy(all.get(id)),
    ofLearner: async (...of) => copy(ofLearner(...of)),
    ofMicroCredential: async (id) =>
      list()
        .filter((one) => one.microCredentialId === id)
        .map(({ documents: _none, ...one }) => structuredClone(one)),
    ofLearnerAllVersions: async (id, platformId, subject) =>
      structuredClone(
        list()
          .filter(
            (one) => one.microCredentialId === id && one.platformId === platformId && one.subject === subject,
          )
          .sort((a, b) => b.version - a.version || (b.correction?.number ?? 0) - (a.correction?.number ?? 0)),
      ),
    standingOf: async (institutionId, platformId, subject) =>
      structuredClone(
        list()
          .filter((one) => one.institutionId === institutionId && one.platformId === platformId)
          .filter((one) => one.subject === subject && one.state === 'issued')
          .sort((a, b) => Number(b.issuedAt) - Number(a.issuedAt)),
      ),
    issuedToEmail: async (...of) => copy(emailHolder(...of)),
    issue: async (id, { event, ...issue }) => {
      const award = all.get(id);
      if (award?.state !== 'offered') return 'not-offered';
      const { emailKey } = issue.recipient;
      if (emailKey && emailHolder(award.microCredentialId, award.version, emailKey)) return 'email-used';
      const pair = (index: number): number => Math.min(index, index ^ 7);
      const { listId, index } = issue.statusPlace;
      const taken = list().some(
        ({ statusPlace }) => statusPlace?.listId === listId && pair(statusPlace.index) === pair(index),
      );
      if (taken) return 'place-taken';
      all.set(id, {
        ...award,
        ...structuredClone(issue),
        state: 'issued',
        stateChangedAt: issue.issuedAt,
        history: [...award.history, event],
      });
      return 'issued';
    },
    revoke: async (id, at, reason, event, holdsBack) => {
      const award = all.get(id);
      if (!award || award.state === 'revoked') return false;
      const { recipient } = award;
      if (recipient?.emailFrom === 'learner') delete recipient.emailKey;
      all.set(id, { ...revoked(award, { at, reason, event }), ...(holdsBack && { holdsBack }) });
      return true;
    },
    supersede: async (id, { awardId, at, reason, event, freesEmail }) => {
      const award = all.get(id);
      if (award?.state !== 'issued' && award?.state !== 'suspended') return false;
      if (freesEmail) delete award.recipient?.emailKey;
      all.set(id, { ...revoked(award, { at, reason, event }), supersededBy: awardId });
      return true;
    },
    suspend: async (id, at, reason, event) => {
      const award = all.get(id);
      if (award?.state !== 'issued') return false;
      all.set(id, {
        ...award,
        state: 'suspended',
        suspension: { at, reason },
        suspensionWrites: (award.suspensionWrites ?? 0) + 1,
        stateChangedAt: at,
        history: [...award.history, event],
      });
      return true;
    },
    resume: async (id, at, event) => {
      const award = all.get(id);
      if (award?.state !== 'suspended') return false;
      delete award.suspension;
      all.set(id, {
        ...award,
        state: 'issued',
        suspensionWrites: (award.suspensionWrites ?? 0) + 1,
        stateChangedAt: at,
        history: [...award.history, event],
      });
      return true;
    },
    pendingCorrections: async () =>
      structuredClone(list().filter(({ correction, issuedAt }) => correction?.pending && issuedAt)),
    endCorrection: async (id) => void delete all.get(id)?.correction?.pending,
    writeReview: async (id, writes, { missing, review, event }) => {
      const award = all.get(id);
      if (award?.state !== 'offered' && award?.state !== 'issued') return false;
      if (award.reviewWrites !== writes) return false;
      all.set(id, {
        ...award,
        ...structuredClone({ missing, review }),
        reviewWrites: (writes ?? 0) + 1,
        history: event ? [...award.history, event] : award.history,
      });
      return true;
    },
    countOpenReviews: async (microCredentialId) =>
      list().filter((one) => one.microCredentialId === microCredentialId && openReview(one)).length,
    noteWritten: async (id, written) => {
      const award = all.get(id);
      if (award) all.set(id, { ...award, written: structuredClone(written) });
    },
    publishedIds: async (institutionId, after = '', most) =>
      list()
        .filter((one) => one.institutionId === institutionId && one.issuedAt && one.id > after)
        .map(({ id }) => id)
        .sort()
        .slice(0, most),
    signedBy: async (key, most, triedUntil) =>
      structuredClone(
        signedBy(list(), key)
          .filter(({ notSignedAgain }) => !notSignedAgain || notSignedAgain.at <= triedUntil)
          .slice(0, most),
      ),
    countSignedBy: async (key) => signedBy(list(), key).length,
    signersUnknown: async (institutionId, most) =>
      structuredClone(withoutSigners(list(), institutionId).slice(0, most)),
    countSignersUnknown: async (institutionId) => withoutSigners(list(), institutionId).length,
    noteSigners: async (id, signedWith) => {
      const award = all.get(id);
      if (award && !award.signedWith) all.set(id, { ...award, signedWith });
    },
    signAgain: async (id, was, { event, ...signed }) => {
      const award = all.get(id);
      if (!award?.signedWith || !isDeepStrictEqual(award.signedWith, was)) return false;
      const history = [...award.history, event];
      delete award.notSignedAgain;
      all.set(id, { ...award, ...structuredClone(signed), signedAgainAt: event.at, history });
      return true;
    },
    noteNotSigned: async (id, notSignedAgain) => {
      const award = all.get(id);
      if (award) all.set(id, { ...award, notSignedAgain });
    },
    notSignedAgain: async (institutionId, most) =>
      list()
        .filter((one) => one.institutionId === institutionId && one.notSignedAgain)
        .map(({ id }) => id)
        .sort()
        .slice(0, most),
    countSignedAgain: async (institutionId, since) =>
      list().filter(
        (one) => one.institutionId === institutionId && one.signedAgainAt && one.signedAgainAt >= since,
      ).length,
    setPublic: async (id, isPublic, event) => {
      const award = all.get(id);
      if (!award) return false;
      all.set(id, { ...award, public: isPublic, history: [...award.history, event] });
      return true;
    },
    revokedPlaces: async (listId) =>
      list().flatMap(({ state, statusPlace }) =>
        (state === 'revoked' || state === 'suspended') && statusPlace?.listId === listId
          ? [statusPlace.index]
          : [],
      ),
    fallenAt: async ({ listId, index }) =>
      copy(
        list().find(
          ({ state, statusPlace }) =>
            (state === 'revoked' || state === 'suspended') &&
            statusPlace?.listId === listId &&
            statusPlace.index === index,
        ),
      ),
    statusFingerprint: async (listId) =>
      list()
        .filter((one) => one.statusPlace?.listId === listId)
        .filter((one) => one.state === 'revoked' || one.suspensionWrites)
        .map(({ id, state, suspensionWrites }) => `${id} ${state} ${suspensionWrites}`)
        .sort()
        .join(' '),
    revokedOf: async (institutionId) =>
      list().flatMap((one): RevokedAward[] => {
        const {
          id,
          institutionId: of,
          suspension,
          revokedAt,
          revocationReason,
          issuedAt,
          supersededBy,
        } = one;
        if (of !== institutionId || !issuedAt) return [];
        if (suspension) return [{ id, revokedAt: suspension.at, reason: suspension.reason, suspended: true }];
        return revokedAt
          ? [{ id, revokedAt, reason: revocationReason ?? '', ...(supersededBy && { supersededBy }) }]
          : [];
      }),
  };
}

/** @param idOf id of the list that is made as the first, second ... */
export function memoryStatusLists(
  idOf = (number: number): string => `list-${number}`,
): StatusListStore & { closed: string[] } {
  const all = new Map<string, PublishedStatusList>();
  const closed: string[] = [];
  return {
    closed,
    byId: async (id) => structuredClone(all.get(id)),
    current: async (institutionId, at) => {
      const open = [...all.values()].find(
        (one) => one.institutionId === institutionId && !closed.includes(one.id),
      );
      const list = open ?? { id: idOf(all.size + 1), institutionId, createdAt: at };
      all.set(list.id, list);
      return structuredClone(list);
    },
    close: async (id) => void closed.push(id),
    publish: async (id, published) => {
      const list = all.get(id);
      if (list) all.set(id, { ...list, ...published });
    },
  };
}
