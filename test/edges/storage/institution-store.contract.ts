import { expect } from 'chai';
import { randomId } from '../../../src/shared/ids.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import type { Replicas } from './replicas.js';
import { without } from './without.js';

export function institutionStoreContract(replicas: () => Replicas): void {
  describe('InstitutionStore', () => {
    it('an institution, added, is found as it was, alone and among all', async () => {
      const institution = anInstitution({ id: randomId() });
      await replicas().one.institutions.add(institution);
      expect(await replicas().two.institutions.byId(institution.id)).to.deep.equal(institution);
      expect(await replicas().two.institutions.all()).to.deep.include(institution);
    });

    it('an institution, added twice under one id, is refused as duplicate', async () => {
      const institution = anInstitution({ id: randomId() });
      await replicas().one.institutions.add(institution);
      const problem = await thrownProblem(() => replicas().two.institutions.add(institution));
      expect(problem.code).to.equal('duplicate');
    });

    it('an institution, changed, has the new fields, a removed one is gone, and the rest stays', async () => {
      const institution = anInstitution({ id: randomId() });
      await replicas().one.institutions.add(institution);
      const changed = await replicas().one.institutions.change(institution.id, {
        legalName: 'Autre nom',
        region: undefined,
      });
      expect(changed).to.deep.equal({ ...without(institution, 'region'), legalName: 'Autre nom' });
      expect(await replicas().one.institutions.change('nobody', { legalName: 'x' })).to.equal(undefined);
    });

    it('an institution, changed with a field the store does not know, is refused', async () => {
      const institution = anInstitution({ id: randomId() });
      await replicas().one.institutions.add(institution);
      const unknown = { legalName: 'x', extra: 'field' };
      const problem = await thrownProblem(() => replicas().one.institutions.change(institution.id, unknown));
      expect(problem.code).to.equal('unexpected');
      expect(await replicas().one.institutions.byId(institution.id)).to.deep.equal(institution);
    });
  });
}
