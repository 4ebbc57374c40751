import { expect } from 'chai';
import type { DraftDefinition } from '../../../src/domain/micro-credentials/definition.js';
import type { MicroCredential } from '../../../src/domain/micro-credentials/micro-credential.js';
import { randomId } from '../../../src/shared/ids.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { atOnce, type Replicas } from './replicas.js';
import { without } from './without.js';

export function microCredentialStoreContract(replicas: () => Replicas): void {
  describe('MicroCredentialStore', () => {
    const changedAt = new Date('2026-11-20T08:00:00Z');
    const emptyDefinition: DraftDefinition = {
      language: 'en',
      title: {},
      description: {},
      furtherAwardingBodies: [],
      outcomes: [],
      assessments: [],
      workload: {},
      gradeMayBeCarried: true,
    };
    const aDraft = (title: string) => ({
      definition: { ...emptyDefinition, title: { en: title } },
      changedAt,
      changedBy: 'teacher-1',
    });
    const aNew = (overrides: Partial<MicroCredential> = {}): MicroCredential =>
      aMicroCredential({ id: randomId(), courseId: randomId(), ...overrides });

    it('a micro-credential, added, is found by id and link as it was', async () => {
      const one = aNew();
      const { microCredentials } = replicas().one;
      await microCredentials.add(one);
      expect(await replicas().two.microCredentials.byId(one.id)).to.deep.equal(one);
      expect(await microCredentials.ofLink(one.courseId, one.linkId)).to.deep.equal(one);
      expect(await microCredentials.ofLink(one.courseId, 'other')).to.equal(undefined);
      expect(await microCredentials.ofCourse(one.courseId)).to.deep.equal([one]);
      expect(await microCredentials.ofCourse('other')).to.deep.equal([]);
    });

    it('what an institution offers, listed, is the current versions of what is published and not retired, newest first', async () => {
      const institutionId = randomId();
      const { microCredentials } = replicas().one;
      const add = async (day: number, overrides: Partial<MicroCredential> = {}): Promise<MicroCredential> => {
        const createdAt = new Date(Date.UTC(2026, 8, day));
        const one = aNew({ institutionId, createdAt, ...overrides });
        await microCredentials.add(one);
        return one;
      };
      const older = await add(1, { draft: aDraft('next') });
      const versions = [aVersion(), aVersion({ title: { fr: 'Deuxième' }, language: 'fr' }, 2)];
      const newer = await add(2, { versions });
      await add(3, { versions: [], draft: aDraft('never published') });
      await add(4, { retiredAt: changedAt });
      await add(5, { institutionId: randomId() });
      const { language, title, workload, level, participation } = aDefinition();
      const told = { workload, level, participation };
      const second = {
        id: newer.id,
        number: 2,
        definition: { ...told, language: 'fr', title: { fr: 'Deuxième' } },
      };
      const first = { id: older.id, number: 1, definition: { ...told, language, title } };
      const other = replicas().two.microCredentials;
      expect(await other.offeredBy(institutionId, 10)).to.deep.equal([second, first]);
      expect(await other.offeredBy(institutionId, 1)).to.deep.equal([second]);
      expect(await other.offeredBy(randomId(), 10)).to.deep.equal([]);
    });

    it('a draft with nothing in it, added, keeps its empty texts and lists', async () => {
      const draft = { definition: emptyDefinition, changedAt, changedBy: 'teacher-1' };
      const one = aNew({ versions: [], revision: 1, draft });
      await replicas().one.microCredentials.add(one);
      expect(await replicas().one.microCredentials.byId(one.id)).to.deep.equal(one);
    });

    it('an absent part of a draft, given as undefined, is absent when read and not null', async () => {
      const definition = { ...emptyDefinition, level: undefined, prerequisites: undefined };
      const one = aNew({
        versions: [],
        revision: 1,
        draft: { definition, changedAt, changedBy: 'teacher-1' },
      });
      await replicas().one.microCredentials.add(one);
      const found = await replicas().one.microCredentials.byId(one.id);
      expect(found?.draft?.definition).to.deep.equal(emptyDefinition);
    });

    it('one activity, begun by twenty at once, has one micro-credential', async () => {
      const courseId = randomId();
      const outcomes = await atOnce(replicas(), 20, async ({ microCredentials }) => {
        try {
          await microCredentials.add(aNew({ courseId }));
          return 'added';
        } catch (error) {
          return (error as { code: string }).code;
        }
      });
      expect(outcomes.filter((outcome) => outcome === 'added')).to.have.length(1);
      expect(outcomes.filter((outcome) => outcome === 'duplicate')).to.have.length(19);
    });

    it('a draft, saved by twenty from one revision at once, is saved by one', async () => {
      const one = aNew({ versions: [], revision: 1, draft: aDraft('first') });
      await replicas().one.microCredentials.add(one);
      const saved = await atOnce(replicas(), 20, ({ microCredentials }, n) =>
        microCredentials.saveDraft(one.id, 1, aDraft(`title ${n}`)),
      );
      const winners = saved.filter((result) => result !== undefined);
      expect(winners).to.have.length(1);
      expect(winners[0]?.revision).to.equal(2);
      expect(await replicas().one.microCredentials.byId(one.id)).to.deep.equal(winners[0]);
    });

    it('a draft, saved and published from one revision at once, is one or the other', async () => {
      const one = aNew({ versions: [], revision: 1, draft: aDraft('first') });
      await replicas().one.microCredentials.add(one);
      const [saved, published] = await Promise.all([
        replicas().one.microCredentials.saveDraft(one.id, 1, aDraft('second')),
        replicas().two.microCredentials.publish(one.id, 1, aVersion()),
      ]);
      expect([saved, published].filter((result) => result !== undefined)).to.have.length(1);
      const found = await replicas().one.microCredentials.byId(one.id);
      expect(found?.versions).to.have.length(published ? 1 : 0);
      expect(found).to.have.property('revision', 2);
    });

    it('writing back, set by twenty at once from one revision, is set once', async () => {
      const one = aNew({ revision: 3 });
      await replicas().one.microCredentials.add(one);
      const on = { isOn: true, changedAt: new Date(), changedBy: 'teacher-1' };
      const set = await atOnce(replicas(), 20, ({ microCredentials }) =>
        microCredentials.setWriteBack(one.id, 3, on),
      );
      expect(set.filter((result) => result !== undefined)).to.have.length(1);
      expect(await replicas().two.microCredentials.byId(one.id)).to.deep.include({
        revision: 4,
        writeBack: on,
      });
    });

    it('offering by hand, set by twenty at once from one revision, is set once', async () => {
      const one = aNew({ revision: 3 });
      await replicas().one.microCredentials.add(one);
      const offering = { byHand: true, changedAt: new Date(), changedBy: 'teacher-1' };
      const set = await atOnce(replicas(), 20, ({ microCredentials }) =>
        microCredentials.setOffering(one.id, 3, offering, undefined),
      );
      expect(set.filter((result) => result !== undefined)).to.have.length(1);
      expect(await replicas().two.microCredentials.byId(one.id)).to.deep.include({ revision: 4, offering });
    });

    it('one that is offered to nobody, set so and back, is retired meanwhile', async () => {
      const one = aNew({ revision: 1 });
      const { microCredentials } = replicas().one;
      await microCredentials.add(one);
      const offering = { byHand: false, changedAt, changedBy: 'teacher-1' };
      const retired = await microCredentials.setOffering(one.id, 1, offering, changedAt);
      expect(retired).to.deep.equal({ ...one, revision: 2, offering, retiredAt: changedAt });
      const again = await microCredentials.setOffering(one.id, 2, offering, undefined);
      expect(again).to.deep.equal({ ...one, revision: 3, offering });
      expect(await replicas().two.microCredentials.byId(one.id)).to.deep.equal(again);
    });

    it('a draft, discarded and saved from one revision at once, is one or the other', async () => {
      const one = aNew({ revision: 4, draft: aDraft('first') });
      await replicas().one.microCredentials.add(one);
      const [discarded, saved] = await Promise.all([
        replicas().one.microCredentials.discardDraft(one.id, 4),
        replicas().two.microCredentials.saveDraft(one.id, 4, aDraft('second')),
      ]);
      expect([discarded, saved].filter((result) => result !== undefined)).to.have.length(1);
      const found = await replicas().two.microCredentials.byId(one.id);
      expect(found?.draft?.definition.title).to.deep.equal(saved?.draft?.definition.title);
      expect(found?.revision).to.equal(5);
    });

    it('a draft, published by twenty at once, becomes one version and is gone', async () => {
      const one = aNew({ versions: [], revision: 4, draft: aDraft('first') });
      await replicas().one.microCredentials.add(one);
      const published = await atOnce(replicas(), 20, ({ microCredentials }) =>
        microCredentials.publish(one.id, 4, aVersion()),
      );
      expect(published.filter((result) => result !== undefined)).to.have.length(1);
      const found = await replicas().one.microCredentials.byId(one.id);
      expect(found).to.deep.equal({ ...without(one, 'draft'), versions: [aVersion()], revision: 5 });
    });

    it('a version, published under a number that is taken, is refused and the first stays frozen', async () => {
      const one = aNew({ draft: aDraft('next') });
      await replicas().one.microCredentials.add(one);
      const again = aVersion({ title: { en: 'Other' } }, 1);
      expect(await replicas().one.microCredentials.publish(one.id, one.revision, again)).to.equal(undefined);
      const next = aVersion({ title: { en: 'Other' } }, 2);
      const published = await replicas().one.microCredentials.publish(one.id, one.revision, next);
      expect(published?.versions.map(({ definition }) => definition)).to.deep.equal([
        aDefinition(),
        aDefinition({ title: { en: 'Other' } }),
      ]);
    });
  });
}
