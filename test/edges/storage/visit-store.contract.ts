import { expect } from 'chai';
import type { Visit } from '../../../src/domain/courses/visit.js';
import { randomId } from '../../../src/shared/ids.js';
import { aVisit } from '../../support/builders/a-visit.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { atOnce, type Replicas } from './replicas.js';

export function visitStoreContract(replicas: () => Replicas): void {
  describe('VisitStore', () => {
    const at = new Date();
    const inHours = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
    const aNew = (overrides: Partial<Visit> = {}): Visit =>
      aVisit({ id: randomId(), platformId: randomId(), startedAt: at, expiresAt: inHours(8), ...overrides });

    it('a visit, added, is found as it was until its end and not after it', async () => {
      const visit = aNew();
      await replicas().one.visits.add(visit);
      expect(await replicas().two.visits.byId(visit.id, at)).to.deep.equal(visit);
      expect(await replicas().one.visits.byId(visit.id, inHours(8))).to.equal(undefined);
      expect(await replicas().one.visits.byId('nobody', at)).to.equal(undefined);
    });

    it('a visit, added by twenty at once, is added once; the others are refused', async () => {
      const id = randomId();
      const outcomes = await atOnce(replicas(), 20, ({ visits }) =>
        visits.add(aNew({ id })).then(
          () => 'added',
          (error: { code: string }) => error.code,
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'added')).to.have.length(1);
      expect(outcomes.filter((outcome) => outcome === 'duplicate')).to.have.length(19);
    });

    it('many visits, added at once with one that is there already, are all there; that one is refused', async () => {
      const known = aNew();
      await replicas().one.visits.add(known);
      const others = Array.from({ length: 150 }, () => aNew());
      const outcomes = await Promise.allSettled(
        [...others, known].map((visit) => replicas().one.visits.add(visit)),
      );
      expect(outcomes.filter(({ status }) => status === 'rejected')).to.have.length(1);
      expect(outcomes.at(-1)).to.have.nested.property('reason.code', 'duplicate');
      for (const visit of others) expect(await replicas().two.visits.byId(visit.id, at)).to.deep.equal(visit);
    });

    const neverTaken: [string, Partial<Visit>][] = [
      ['is larger than the database takes', { linkTitle: 'x'.repeat(17_000_000) }],
      ['cannot be written down', { person: { subject: 'ada', ['na\0me']: 'Ada' } as Visit['person'] }],
    ];
    for (const [what, faulty] of neverTaken)
      it(`a visit, added with others at once, when it ${what}, is refused alone; the others are there`, async () => {
        const others = [aNew(), aNew(), aNew()];
        const outcomes = await Promise.allSettled(
          [aNew(faulty), ...others].map((visit) => replicas().one.visits.add(visit)),
        );
        expect(outcomes[0]).to.have.nested.property('reason.code', 'request-too-large');
        for (const visit of others)
          expect(await replicas().two.visits.byId(visit.id, at)).to.deep.equal(visit);
      });

    it('visits of a platform, ended, are all gone, and those of others stay', async () => {
      const platformId = randomId();
      const [one, two, other] = [aNew({ platformId }), aNew({ platformId }), aNew()];
      for (const visit of [one, two, other]) await replicas().one.visits.add(visit);
      expect(await replicas().one.visits.endOfPlatform(platformId)).to.equal(2);
      expect(await replicas().two.visits.byId(one.id, at)).to.equal(undefined);
      expect(await replicas().two.visits.byId(other.id, at)).to.deep.equal(other);
    });

    it('a query, given an operator for an id or a platform, is refused and ends nothing', async () => {
      const visit = aNew();
      await replicas().one.visits.add(visit);
      const operator = { $ne: '' } as never;
      for (const deed of [
        () => replicas().one.visits.byId(operator, at),
        () => replicas().one.visits.endOfPlatform(operator),
      ]) {
        expect((await thrownProblem(deed)).code).to.equal('request-invalid');
      }
      expect(await replicas().one.visits.byId(visit.id, at)).to.deep.equal(visit);
    });
  });
}
