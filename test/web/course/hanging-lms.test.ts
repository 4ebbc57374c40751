/** Pages that ask the LMS while somebody waits for them: what they show, and how long they wait, when it hangs. */
import { expect } from 'chai';
import type { Definition } from '../../../src/domain/micro-credentials/definition.js';
import type { Award } from '../../../src/domain/awards/award.js';
import type { RuleResult } from '../../../src/domain/evidence/verdict.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import type { WebServices } from '../../../src/web/web-services.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward } from '../../support/builders/an-award.js';
import { memoryServiceTokens } from '../../support/memory/memory-service-tokens.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { aGrade, scriptedRecords } from '../../support/memory/scripted-records.js';
import { agreed, basis, graded, score } from './claim-world.js';
import { now, readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';

const never = (): Promise<never> => new Promise(() => undefined);
const roster = [aRosterMember('learner-1', { name: 'Ada Learner' })];
const lms = scriptedLms({ ...graded, roster, listed: { 'link-1': roster } });
const hangingLms: WebServices['lms'] = {
  ...lms,
  roster: never,
  rosterOfLink: never,
  results: never,
  lineItemOfLink: never,
};
const records = scriptedRecords({ grades: { 'teacher-1': [aGrade()] } });
const hangingRecords: WebServices['records'] = {
  ...records,
  columnsFor: never,
  activities: never,
  competencies: never,
  competencyActivities: never,
};
const access: AwardRule = { kind: 'restricted-activity', linkId: 'link-1' };

describe('a page, when the LMS hangs', function () {
  this.timeout(60_000);
  let web: CourseWeb;
  let waits: number[];
  afterEach(() => web.close());

  /** An LMS that hangs, in a course whose draft and published version ask for what it knows. */
  const enter = async (
    definition: Partial<Definition> = { rule: score },
    awards: Award[] = [],
  ): Promise<void> => {
    waits = [];
    const timers = {
      after(milliseconds: number, work: () => void) {
        waits.push(milliseconds);
        setImmediate(work);
        return () => undefined;
      },
    };
    const draft = { definition: aDefinition(definition), changedAt: now, changedBy: 'teacher-1' };
    web = await startCourse({
      microCredential: aMicroCredential({ versions: [aVersion(definition)], draft }),
      awards,
      services: {
        lms: hangingLms,
        records: hangingRecords,
        serviceTokens: memoryServiceTokens({ 'platform-1': 'token' }),
        timers,
      },
    });
  };
  const answers = (): void => {
    Object.assign(web.services, { lms, records });
    waits = [];
  };
  /** What is told in place of the answer, and how to wait longer: then nothing hurries the LMS. */
  const expectPatience = async (person: Person, page: string, told: string): Promise<string> => {
    const { status, text } = await person.get(page);
    expect([status, new Set(waits)]).to.deep.equal([200, new Set([5_000])]);
    expect(readable(text)).to.contain(told);
    const longer = `${page}${page.includes('?') ? '&' : '?'}wait=longer`;
    expect(text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')).to.contain(`/${longer}"`);
    answers();
    const later = await person.get(longer);
    expect([later.status < 400, waits]).to.deep.equal([true, []]);
    expect(readable(later.text)).to.not.contain(told);
    return text;
  };

  const silent = 'The LMS did not answer within 5 seconds, so this page shows what is known without it.';
  for (const page of ['credential/dry-run', 'credential/outcomes/import', 'roster/jury?who=learner-1'])
    it(`of a teacher, ${page}, then shows what is known after five seconds, and waits longer if asked`, async () => {
      await enter();
      await web.learner();
      await expectPatience(await web.teacher(), page, silent);
    });

  it('of what counts as passing, then shows the form after five seconds, and waits longer if asked', async () => {
    await enter({ rule: access });
    const text = await expectPatience(await web.teacher(), 'credential/passing', silent);
    expect(readable(text)).to.contain('The list could not be had from the LMS just now.');
    expect(shown(text, 'useExaminer')).to.equal('');
  });

  it('of what counts as passing, when it comes back with faults, then what the deed was told is not asked again', async () => {
    await enter();
    answers();
    const teacher = await web.teacher();
    const before = records.asked.length;
    const fields = { combine: 'all', useGrade: 'yes', gradeColumn: '2', gradeThreshold: 'much' };
    const { revision } = await web.kept();
    const sent = { ...fields, gradeUnit: 'percent', revision: String(revision) };
    const { status, text } = await teacher.post('credential/passing', sent);
    expect([status, shown(text, 'gradeColumn')]).to.deep.equal([422, '2']);
    expect(records.asked.slice(before)).to.deep.equal([
      'columns for teacher-1',
      'activities',
      'competencies',
    ]);
  });

  for (const deed of ['offer', 'confirm-many'])
    it(`that asks before ${deed}, then leaves out who is not certain after five seconds, and waits longer if asked`, async () => {
      await enter({ rule: { kind: 'any', of: [score, { kind: 'examiner-confirmation' }] } });
      await web.learner();
      await expectPatience(
        await web.teacher(),
        `roster/${deed}?all=yes`,
        'so whoever is not certain is left',
      );
    });

  it('about a jury, of somebody whom only the LMS knows, then is there, and says what could not be asked', async () => {
    await enter();
    const teacher = await web.teacher();
    const { status, text } = await teacher.get('roster/jury?who=learner-9');
    expect(status).to.equal(200);
    expect(readable(text)).to.contain(silent);
    answers();
    expect((await teacher.get('roster/jury?who=learner-9')).status).to.equal(404);
    expect(readable((await teacher.get('roster/jury?who=learner-1')).text)).to.contain('Ada Learner');
    Object.assign(web.services, { lms: hangingLms });
    expect(readable((await teacher.get('roster/jury?who=learner-1')).text)).to.contain('Ada Learner');
  });

  describe('of the learner', () => {
    const learnerSilent = 'did not answer within 5 seconds, so some requirements could not be checked';

    it('the progress, then says so after five seconds and offers nothing, and waits longer if asked', async () => {
      await enter();
      const learner = await web.learner();
      const text = await expectPatience(learner, 'progress', learnerSilent);
      expect(readable(text)).to.contain('Nothing is lost').and.not.to.contain('Claim your micro-credential');
      expect(readable((await learner.get('progress')).text)).to.contain('Claim your micro-credential');
    });

    it('the progress, when something else is enough, then offers it and says nothing of the LMS', async () => {
      await enter({ rule: { kind: 'any', of: [score, { kind: 'examiner-confirmation' }] } });
      await web.confirm('learner-1', true);
      const text = readable((await (await web.learner()).get('progress')).text);
      expect(text).to.contain('Claim your micro-credential').and.not.to.contain('did not answer within');
    });

    const gradeSilent = 'did not tell your grade within 5 seconds';

    it('the claim, when the offer was made for a grade, then shows that one and says that another may count', async () => {
      await enter({ rule: score }, [anAward({ basis })]);
      const text = await expectPatience(await web.learner(), 'claim', gradeSilent);
      expect(readable(text))
        .to.contain('Show my grade in the badge: 15.5 of 20')
        .and.to.contain('If it tells another grade at the moment you claim, that one goes into the badge.');
    });

    it('the claim, when no grade is known, then can be made without one, and says that none is added later', async () => {
      const rule: AwardRule = { kind: 'any', of: [score, { kind: 'examiner-confirmation' }] };
      const confirmed: RuleResult = { ...examined, kind: 'condition', verdict: 'met' };
      await enter({ rule }, [anAward({ basis: confirmed })]);
      const learner = await web.learner();
      const text = await expectPatience(learner, 'claim', gradeSilent);
      expect(readable(text)).to.contain('a grade cannot be added once you have claimed');
      expect([shown(text, 'carryGrade'), shown(text, 'consent')]).to.deep.equal([undefined, '']);
      expect(readable((await learner.get('claim')).text)).to.contain('Show my grade in the badge');
    });

    it('the claim, when it comes back with a fault, then no link leads away from what was typed', async () => {
      await enter({ rule: score }, [anAward({ basis })]);
      const { status, text } = await (await web.learner()).post('claim', { ...agreed, consent: '' });
      expect(status).to.equal(422);
      expect(readable(text)).to.contain(gradeSilent);
      expect(text).not.to.match(/wait(=|&#x3D;)longer/);
    });
  });
});

const examined = {
  result: {
    condition: { kind: 'examiner-confirmation' as const },
    verdict: 'met' as const,
    reason: 'examiner-confirmed' as const,
    details: {},
  },
};
