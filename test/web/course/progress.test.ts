import { expect } from 'chai';
import type { ReasonCode, RuleResult, Verdict } from '../../../src/domain/evidence/verdict.js';
import type { AwardRule, Condition } from '../../../src/domain/micro-credentials/award-rule.js';
import type { MicroCredential } from '../../../src/domain/micro-credentials/micro-credential.js';
import type { RosterMember } from '../../../src/domain/courses/lms-course.js';
import { Problem } from '../../../src/shared/problem.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { aRosterMember, scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { now, readable, startCourse, type CourseWeb, type CourseWorld, type Person } from './course-web.js';

const access: Condition = { kind: 'restricted-activity', linkId: 'link-1' };
const score: Condition = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };
const examiner: AwardRule = { kind: 'examiner-confirmation' };
const ada = aRosterMember('learner-1');
const bob = aRosterMember('learner-2');
const lineItem = { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' };

const withRule = (rule: AwardRule): MicroCredential => aMicroCredential({ versions: [aVersion({ rule })] });

describe('the progress of a learner', () => {
  let web: CourseWeb;
  let learner: Person;
  afterEach(() => web.close());

  const enter = async (world: CourseWorld, script: LmsScript = {}): Promise<void> => {
    web = await startCourse({ ...world, services: { lms: scriptedLms(script) } });
    learner = await web.learner();
  };
  const progress = async (): Promise<string> => readable((await learner.get('progress')).text);

  it('an activity, when it is opened by a learner, then leads to the progress', async () => {
    await enter({});
    const answer = await learner.get('');
    expect(answer.headers.get('Location')).to.equal(`${learner.path}/progress`);
  });

  const draft = { definition: aVersion().definition, changedAt: now, changedBy: 'teacher-1' };
  for (const [what, microCredential] of [
    ['nothing is designed', null],
    ['there is a draft alone', aMicroCredential({ versions: [], draft })],
  ] as const)
    it(`the page, when ${what}, then says that nothing can be earned yet`, async () => {
      await enter({ microCredential });
      const text = await progress();
      expect(text).to.contain('Nothing can be earned here yet').and.not.to.contain('Data literacy');
    });

  it('the page, when it is opened, then shows what is asked and what the micro-credential will say', async () => {
    await enter({});
    const text = await progress();
    for (const words of [
      'Data literacy',
      'Awarded by Université de Test',
      'Be confirmed by an examiner',
      'Judges the quality of a data set',
      '3 ECTS credits',
      'EQF level 6',
      'Blended',
    ])
      expect(text).to.contain(words);
  });

  describe('line by line', () => {
    const cases: [string, AwardRule, LmsScript, string][] = [
      [
        'no grade',
        score,
        { lineItem, results: [] },
        'Reach at least 50% in “Claim your badge” Not met yet You have no grade yet; you need 50%.',
      ],
      [
        'a grade below',
        score,
        { lineItem, results: [{ subject: 'learner-1', score: 9.5, maximum: 20 }] },
        'Not met yet Your grade is 9.5 of 20; you need 50%.',
      ],
      ['no column', score, {}, 'Could not be checked There is no grade column for this yet.'],
      [
        'a silent LMS',
        score,
        { lineItem: new Problem('lms-unreachable') },
        'Could not be checked The learning platform did not answer just now.',
      ],
      [
        'an LMS that refuses',
        score,
        { lineItem, results: new Problem('lms-refused') },
        'Could not be checked The learning platform refused to say.',
      ],
      [
        'an LMS that answers nonsense',
        access,
        { roster: new Problem('lms-answer-unreadable') },
        'Could not be checked The learning platform sent an answer that could not be read.',
      ],
      [
        'an LMS without the service',
        access,
        { roster: new Problem('lms-service-missing') },
        'Could not be checked The learning platform does not share this.',
      ],
      [
        'an activity that is closed to the learner',
        access,
        { roster: [ada, bob], listed: { 'link-1': [bob] } },
        'You no longer have access to “Claim your badge”.',
      ],
      [
        'an activity that is open to all',
        access,
        { roster: [ada, bob], listed: { 'link-1': [ada, bob] } },
        '“Claim your badge” is open to everybody in the course now, so it cannot count.',
      ],
      ['no confirmation', examiner, {}, 'Not met yet An examiner has not confirmed this yet.'],
    ];
    for (const [what, rule, script, words] of cases)
      it(`a requirement, when there is ${what}, then says how it stands and why`, async () => {
        await enter({ microCredential: withRule({ kind: 'all', of: [rule] }) }, script);
        expect(await progress())
          .to.contain(words)
          .and.to.contain('You need this.');
        expect(await web.services.awards.ofMicroCredential('micro-credential-1')).to.deep.equal([]);
      });

    it('another activity, when it opened to the learner, then the learner is told to open it once', async () => {
      const rule: AwardRule = { kind: 'restricted-activity', linkId: 'link-2' };
      await enter({ microCredential: withRule(rule) }, { roster: [ada, bob], listed: { 'link-2': [ada] } });
      await web.learner({ link: { id: 'link-2', title: 'Final' }, person: { subject: 'learner-2' } });
      expect(await progress()).to.contain('You have access to “Final” now: open it once in your course.');
    });
  });

  describe('as a whole', () => {
    const graded = { lineItem, results: [{ subject: 'learner-1', score: 15, maximum: 20 }] };

    it('one of two, when any is enough, then it is offered, with the way to claim', async () => {
      await enter({ microCredential: withRule({ kind: 'any', of: [score, examiner] }) }, graded);
      const { text } = await learner.get('progress');
      expect(readable(text))
        .to.contain('You have met the requirements')
        .and.to.contain('One of these is enough.');
      expect(text).to.not.contain('Once you have met the requirements');
      expect(readable(text)).to.contain('Met Your grade is 15 of 20; you need 50%.');
      expect(text).to.contain(`href="${learner.path}/claim"`);
    });

    it('one of two, when all are needed, then nothing is offered and the page says what is to come', async () => {
      await enter({ microCredential: withRule({ kind: 'all', of: [score, examiner] }) }, graded);
      const { text } = await learner.get('progress');
      expect(readable(text))
        .to.contain('You have not met the requirements yet.')
        .and.to.contain('You need all of these.');
      expect(text).not.to.contain('/claim"');
      expect((await learner.get('claim')).headers.get('Location')).to.equal(`${learner.path}/progress`);
    });

    it('a rule with a group inside, when it is shown, then says what of it is needed', async () => {
      const rule: AwardRule = { kind: 'all', of: [score, { kind: 'any', of: [access, examiner] }] };
      await enter({ microCredential: withRule(rule) }, { ...graded, roster: [ada, bob], listed: {} });
      expect(await progress())
        .to.contain('You need all of these.')
        .and.to.contain('One of these is enough.')
        .and.to.contain('Be confirmed by an examiner');
    });

    it('two of three, when one is met, then nothing is offered; when two are, then it is', async () => {
      const rule: AwardRule = { kind: 'at-least', count: 2, of: [score, access, examiner] };
      const lets = (listed: RosterMember[]) => ({
        ...graded,
        roster: [ada, bob],
        listed: { 'link-1': listed },
      });
      await enter({ microCredential: withRule(rule) }, lets([bob]));
      expect(await progress())
        .to.contain('You need at least 2 of these.')
        .and.to.contain('You have not met the requirements yet.');
      await web.close();
      await enter({ microCredential: withRule(rule) }, lets([ada]));
      expect(await progress()).to.contain('You have met the requirements');
    });

    it('the LMS, when it is away, then nothing is offered, nothing is lost, and the learner can check again', async () => {
      await enter({ microCredential: withRule(score) }, { lineItem: new Problem('lms-unreachable') });
      const { status, text } = await learner.get('progress');
      expect(status).to.equal(200);
      expect(readable(text)).to.contain('Some requirements could not be checked just now. Nothing is lost');
      expect(readable(text)).to.contain('Check again');
    });

    it('an open activity, when nothing else is missing, then the learner is told that it is the teacher’s turn', async () => {
      const open = { roster: [ada, bob], listed: { 'link-1': [ada, bob] } };
      await enter({ microCredential: withRule(access) }, open);
      expect(await progress()).to.contain('Your teacher still has to set something up in the course');
      await web.close();
      const rule: AwardRule = { kind: 'any', of: [access, examiner] };
      await enter({ microCredential: withRule(rule) }, open);
      expect(await progress()).to.contain('You have not met the requirements yet.');
    });

    it('an offer, when the LMS is away afterwards, then stays', async () => {
      await enter(
        { microCredential: withRule(score), awards: [anAward()] },
        {
          lineItem: new Problem('lms-unreachable'),
        },
      );
      expect(await progress()).to.contain('You have met the requirements');
    });

    it('an offer, when the next version asks for something else, then stays the one that was earned', async () => {
      const versions = [aVersion({ rule: score }), aVersion({ title: { en: 'Second' } }, 2)];
      await enter({ microCredential: aMicroCredential({ versions }), awards: [anAward()] });
      expect(await progress())
        .to.contain('Data literacy')
        .and.not.to.contain('Second');
    });

    it('an offer, when something was not met then, then is told as of then, without what was to be done', async () => {
      const part = (condition: Condition, verdict: Verdict, reason: ReasonCode): RuleResult => ({
        kind: 'condition',
        verdict,
        result: { condition, verdict, reason, details: { score: 15, maximum: 20 } },
      });
      const of = [part(score, 'met', 'score-reached'), part(access, 'not-met', 'access-not-launched')];
      const basis: RuleResult = { kind: 'any', verdict: 'met', of };
      await enter({ awards: [anAward({ basis })] });
      expect(await progress())
        .to.contain('This is where you stood on 20 November 2026')
        .and.to.contain('Met Your grade is 15 of 20')
        .and.to.contain('Was not met')
        .and.not.to.contain('open it once');
    });

    it('an offer that was taken back, when the page is opened, then says so with date and reason', async () => {
      await enter({
        awards: [anAward({ state: 'revoked', revokedAt: now, revocationReason: 'Offered by mistake' })],
      });
      const { text } = await learner.get('progress');
      expect(readable(text)).to.contain(
        'taken back by your teacher on 24 November 2026. Reason: Offered by mistake',
      );
      expect(text).not.to.contain('/claim"');
    });

    it('an award, when it was claimed, then is what the activity leads to', async () => {
      await enter({ awards: [anIssuedAward()] });
      expect((await learner.get('progress')).headers.get('Location')).to.equal(`${learner.path}/award`);
    });

    it('opening, when it happens in two tabs at once, then there is one offer', async () => {
      await enter({});
      await web.confirm('learner-1', true);
      const again = await web.learner();
      await Promise.all([learner.get('progress'), again.get('progress'), learner.get('progress')]);
      expect(await web.services.awards.ofMicroCredential('micro-credential-1')).to.have.length(1);
    });
  });

  it('the way back, when the launch told one, then leads out of the frame; otherwise there is none', async () => {
    await enter({});
    expect((await learner.get('progress')).text).not.to.contain('Back to the course');
    const returning = await web.learner({ returnUrl: 'https://moodle.example.org/course/view.php?id=2' });
    expect((await returning.get('progress')).text).to.contain(
      'href="https://moodle.example.org/course/view.php?id&#x3D;2" target="_top"',
    );
  });
});
