import { expect } from 'chai';
import { discardDraft } from '../../../src/domain/micro-credentials/discard-draft.js';
import type { MicroCredential } from '../../../src/domain/micro-credentials/micro-credential.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { thrownProblem } from '../../support/thrown-problem.js';

describe('discard a draft', () => {
  const draft = { definition: aDefinition(), changedAt: new Date(), changedBy: 'teacher-1' };
  const world = (one: Partial<MicroCredential>) => ({
    microCredentials: memoryMicroCredentials(aMicroCredential({ id: 'mc', revision: 5, ...one })),
  });

  it('when a version is published, then the draft is gone and the version as it was', async () => {
    const deps = world({ draft });
    const left = await discardDraft(deps, { id: 'mc', revision: 5 });
    expect(left).not.to.have.property('draft');
    expect(left.versions).to.deep.equal([aVersion()]);
  });

  it('when it was saved since the page was opened, then it is kept and that is told', async () => {
    const deps = world({ draft });
    const problem = await thrownProblem(() => discardDraft(deps, { id: 'mc', revision: 4 }));
    expect(problem.code).to.equal('micro-credential-changed-elsewhere');
    expect((await deps.microCredentials.byId('mc'))?.draft).to.deep.equal(draft);
  });

  it('when it is gone already, as after a second click, then that is no fault', async () => {
    expect((await discardDraft(world({}), { id: 'mc', revision: 4 })).revision).to.equal(5);
  });

  it('when nothing is published or nothing is there, then it is refused', async () => {
    const ask = (deps: ReturnType<typeof world>, id: string) =>
      thrownProblem(() => discardDraft(deps, { id, revision: 5 }));
    expect((await ask(world({ versions: [], draft }), 'mc')).code).to.equal('micro-credential-not-published');
    expect((await ask(world({ draft }), 'x')).code).to.equal('not-found');
  });
});
