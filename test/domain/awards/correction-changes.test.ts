import { expect } from 'chai';
import type { Award } from '../../../src/domain/awards/award.js';
import { correctionChanges } from '../../../src/domain/awards/correction-changes.js';
import type { Definition } from '../../../src/domain/micro-credentials/definition.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { heldTime } from '../../support/held-time.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { aRosterMember, type LmsScript } from '../../support/memory/scripted-lms.js';
import { graded, lineItem, world } from './offered-award.js';

const issuedAt = new Date('2026-11-20T09:00:00Z');
const held = { ...anIssuedAward(), issuedAt };
const before = new Date('2026-01-01T00:00:00Z');
const same = aRosterMember('learner-1', { name: 'Ada Learner', email: 'ada@example.org' });
const typed = (field: 'nameFrom' | 'emailFrom'): Partial<Award> => ({
  recipient: held.recipient && { ...held.recipient, [field]: 'learner' },
});

interface Given {
  award?: Partial<Award>;
  script?: LmsScript;
  definition?: Partial<Definition>;
  changedAt?: Date;
}

async function found({ award = {}, script = {}, definition = {}, changedAt = before }: Given = {}) {
  const deps = await world({ definition, script: { roster: [same], ...script } });
  return correctionChanges(
    { ...deps, institutions: memoryInstitutions(anInstitution({ changedAt })) },
    { ...held, ...award },
    { course: aCourse(), microCredential: aMicroCredential(), version: aVersion(definition) },
  );
}
const scored = (score: number): LmsScript => ({
  lineItem,
  results: [{ subject: 'learner-1', score, maximum: 100 }],
});

describe('whether a correction changes anything', () => {
  it('when the LMS tells the same name and address, and nothing is graded, then nothing', async () => {
    expect(await found()).to.equal('nothing');
  });

  for (const [name, given] of [
    ['the LMS tells another name', { script: { roster: [{ ...same, name: 'Ada Lerner' }] } }],
    ['the LMS tells another address', { script: { roster: [{ ...same, email: 'ada@example.com' }] } }],
    ['the LMS does not list the learner', { script: { roster: [] } }],
    ['the LMS does not answer', { script: { roster: new Problem('lms-unreachable') } }],
    ['the learner had typed the name', { award: typed('nameFrom') }],
    ['the learner had typed the address', { award: typed('emailFrom') }],
    ['facts of the institution have changed since', { changedAt: new Date('2026-11-21T00:00:00Z') }],
  ] satisfies [string, Given][])
    it(`when ${name}, then something changes or may`, async () => {
      expect(await found(given)).to.equal('changes');
    });

  it('when it is graded, then another grade is a change, the same one the learner’s choice, and one that cannot be asked for may be another', async () => {
    const definition = { rule: graded };
    const award = { grade: { score: 70, maximum: 100 } };
    expect(await found({ definition, award, script: scored(75) })).to.equal('changes');
    expect(await found({ definition, award, script: scored(70) })).to.equal('grade-choice');
    expect(await found({ definition, script: scored(70) })).to.equal('grade-choice');
    const ungraded = { ...scored(70), results: [] };
    expect(await found({ definition, award, script: ungraded })).to.equal('changes');
    expect(await found({ definition, script: ungraded })).to.equal('nothing');
    const away = { lineItem: new Problem('lms-unreachable') };
    expect(await found({ definition, award, script: away })).to.equal('changes');
    const never = { ...definition, gradeMayBeCarried: false };
    expect(await found({ definition: never, script: scored(75) })).to.equal('nothing');
  });

  it('when the LMS hangs, then it is waited for five seconds, and something may change', async () => {
    const time = heldTime();
    const deps = await world();
    const lms = { ...deps.lms, roster: () => new Promise<never>(() => undefined) };
    const answer = correctionChanges(
      { ...deps, institutions: memoryInstitutions(anInstitution({ changedAt: before })), lms, ...time },
      held,
      { course: aCourse(), microCredential: aMicroCredential(), version: aVersion() },
    );
    await time.pass(5_000);
    expect(await answer).to.equal('changes');
  });
});
