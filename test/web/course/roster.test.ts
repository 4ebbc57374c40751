import { expect } from 'chai';
import type { RuleResult } from '../../../src/domain/evidence/verdict.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { aRosterMember, type LmsScript } from '../../support/memory/scripted-lms.js';
import { now, readable, rowsOf, type CourseWeb, type CourseWorld, type Person } from './course-web.js';
import { startRoster, withRule } from './roster-world.js';

const score: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };
const examiner: AwardRule & { kind: 'examiner-confirmation' } = { kind: 'examiner-confirmation' };
const lineItem = { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' };
const idOf = (number: number): string => `award-${String(number).padStart(16, '0')}`;

describe('the list of learners', () => {
  let web: CourseWeb;
  let teacher: Person;
  afterEach(() => web.close());

  const enter = async (world: CourseWorld, script: LmsScript = {}): Promise<void> => {
    ({ web, teacher } = await startRoster(world, script));
  };

  it('an offer that was taken back, when the list is read, then is called so, and nothing is called revoked', async () => {
    await enter(
      { awards: [anAward({ state: 'revoked', revokedAt: now, revocationReason: 'By mistake' })] },
      { roster: [aRosterMember('learner-1')] },
    );
    const [row = ''] = rowsOf((await teacher.get('roster?state=taken-back')).text).values();
    expect(row)
      .to.contain('State: Offer taken back Taken back on 24 November 2026: By mistake')
      .and.not.to.contain('Revoked');
    expect((await teacher.get('roster/learners.csv')).text).to.contain(',Offer taken back,');
  });

  it('an award that is suspended, when the list is read, then is named in the numbers, and nobody is called one step away', async () => {
    await enter(
      { ...withRule(score), awards: [anIssuedAward({ state: 'suspended' })] },
      { roster: [aRosterMember('learner-1'), aRosterMember('learner-2')], lineItem, results: [] },
    );
    expect(readable((await teacher.get('roster')).text))
      .to.contain('offered and not yet claimed: 0. 1 learner has an award that is suspended.')
      .and.not.to.contain('one step away');
  });

  describe('with learners at every point', () => {
    beforeEach(() =>
      enter(
        {
          ...withRule(score),
          awards: [
            anAward({ id: idOf(1), subject: 'offered' }),
            anIssuedAward({ id: idOf(2), subject: 'issued' }),
            anIssuedAward({
              id: idOf(3),
              subject: 'revoked',
              state: 'revoked',
              revokedAt: now,
              revocationReason: 'Copied work',
            }),
          ],
        },
        {
          roster: [
            aRosterMember('teacher-1', { roles: asTeacher }),
            aRosterMember('asleep', { active: false }),
            ...['none', 'below', 'met', 'offered', 'issued', 'revoked'].map((one) => aRosterMember(one)),
          ],
          lineItem,
          results: [
            { subject: 'below', score: 4, maximum: 20 },
            { subject: 'met', score: 14.5, maximum: 20 },
          ],
        },
      ),
    );

    it('each row, when it is read, then says how the learner stands and why', async () => {
      const rows = rowsOf((await teacher.get('roster')).text);
      const expected: [string, string][] = [
        ['none', 'State: No evidence yet No grade yet; 50% needed'],
        ['below', 'State: Not met yet Grade 4 of 20 (50% needed)'],
        ['met', 'State: Requirements met, not offered yet Grade 14.5 of 20 (50% needed)'],
        ['offered', 'State: Offered, not yet claimed'],
        [
          'issued',
          'State: Claimed Claimed on 20 November 2026 Met when it was offered: Confirmed by Tess Teacher',
        ],
        ['revoked', 'State: Revoked Revoked on 24 November 2026: Copied work'],
      ];
      for (const [subject, words] of expected)
        expect(rows.get(`Name of ${subject}`), subject).to.contain(words);
      expect([...rows.keys()]).to.have.length(6);
    });

    it('the counts, when the page is opened, then say how many stand where', async () => {
      expect(readable((await teacher.get('roster')).text)).to.contain(
        'Learners: 6. Requirements met: 3; of these, claimed: 1, offered and not yet claimed: 1.',
      );
    });

    it('a filter, when it is chosen, then shows those alone, and the counts stay', async () => {
      for (const [state, name] of [
        ['no-evidence', 'none'],
        ['not-met', 'below'],
        ['met', 'met'],
        ['offered', 'offered'],
        ['issued', 'issued'],
        ['revoked', 'revoked'],
      ]) {
        const { text } = await teacher.get(`roster?state=${state}`);
        expect([...rowsOf(text).keys()], state).to.deep.equal([`Name of ${name}`]);
        expect(text).to.contain(`<option value="${state}" selected>`);
        expect(readable(text)).to.contain('Learners: 6.').and.to.contain('(1)');
      }
      expect(readable((await teacher.get('roster?state=unknown')).text)).to.contain(
        'No learner fits what you are looking for.',
      );
    });

    it('a filter that is none, when it is asked for, then everybody is shown', async () => {
      for (const query of ['state=nonsense', 'state=', 'state=met&state=issued', 'state[$ne]=met'])
        expect([...rowsOf((await teacher.get(`roster?${query}`)).text).keys()], query).to.have.length(6);
    });

    it('an award, when it was issued, then the teacher can open its page; an offer has none', async () => {
      const { text } = await teacher.get('roster');
      for (const [number, there] of [
        [1, false],
        [2, true],
        [3, true],
      ] as const)
        expect(text.includes(`href="http://localhost:8080/awards/${idOf(number)}"`)).to.equal(there);
    });

    it('deeds, when they are offered, then fit the state: no confirming where no examiner is asked', async () => {
      const { text } = await teacher.get('roster');
      expect(text).not.to.contain('/roster/confirm');
      const rows = rowsOf(text);
      expect(rows.get('Name of offered')).to.contain('Take the offer back');
      expect(rows.get('Name of issued')).to.contain('Revoke (');
      expect(rows.get('Name of revoked')).not.to.contain('Revoke (');
    });
  });

  it('a claimed award, when the list is read, then says what was met at the claim, whatever the LMS tells now', async () => {
    const graded = (points: number): RuleResult => ({
      kind: 'any',
      verdict: 'met',
      of: [
        {
          kind: 'condition',
          verdict: 'met',
          result: {
            condition: { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 },
            verdict: 'met',
            reason: 'score-reached',
            details: { score: points, maximum: 20, thresholdPercent: 50 },
          },
        },
        {
          kind: 'condition',
          verdict: 'not-met',
          result: { condition: examiner, verdict: 'not-met', reason: 'examiner-not-yet', details: {} },
        },
      ],
    });
    await enter(
      {
        ...withRule(score, examiner),
        awards: [
          anIssuedAward({ basis: graded(15), claimBasis: graded(18) }),
          anIssuedAward({ id: idOf(2), subject: 'suspended', state: 'suspended', basis: graded(12) }),
        ],
      },
      { roster: [aRosterMember('learner-1'), aRosterMember('suspended')], lineItem, results: [] },
    );
    const rows = rowsOf((await teacher.get('roster')).text);
    expect(rows.get('Name of learner-1'))
      .to.contain('Claimed on 20 November 2026 Met when it was claimed: Grade 18 of 20 (50% needed)')
      .and.not.to.contain('examiner');
    expect(rows.get('Name of suspended')).to.contain('Met when it was offered: Grade 12 of 20 (50% needed)');
  });

  it('a claimed award, when an examiner had confirmed it, then the confirmation is told once, with its reason', async () => {
    await enter(
      { ...withRule(examiner), awards: [anIssuedAward()] },
      { roster: [aRosterMember('learner-1')] },
    );
    await web.confirm('learner-1', true);
    const [row = ''] = rowsOf((await teacher.get('roster')).text).values();
    expect(row.match(/Confirmed by Tess Teacher/g)).to.have.length(1);
    await web.confirm('learner-1', false);
    const [after = ''] = rowsOf((await teacher.get('roster')).text).values();
    expect(after).to.contain('Met when it was offered: Confirmed by Tess Teacher Confirmation withdrawn by');
  });

  it('the page, when nothing is published, then says what to do first', async () => {
    await enter({ microCredential: null });
    expect(readable((await teacher.get('roster')).text)).to.contain('Publish the micro-credential first');
  });

  it('the page, when nobody is known yet, then says when learners appear', async () => {
    await enter({});
    expect(readable((await teacher.get('roster')).text)).to.contain('No learner is known yet.');
  });

  it('an open activity, when everybody is listed for it, then the teacher is warned on the list as well', async () => {
    const two = [aRosterMember('l1'), aRosterMember('l2')];
    const access: AwardRule = { kind: 'restricted-activity', linkId: 'link-1' };
    await enter(withRule(access), { roster: two, listed: { 'link-1': two } });
    expect(readable((await teacher.get('roster')).text))
      .to.contain('Either no restriction is in force: then set it in Moodle. Or every learner has passed')
      .and.to.contain('is open to everybody, so it proves nothing');
  });

  it('a learner without a name, when the LMS tells none, then is told by the LMS’s own id', async () => {
    await enter({}, { roster: [aRosterMember('4711', { name: undefined })] });
    expect(readable((await teacher.get('roster')).text)).to.contain('Name not told by the LMS (4711)');
  });

  it('a name that is hostile, when the LMS tells it, then is text and nothing else', async () => {
    await enter({}, { roster: [aRosterMember('l1', { name: '<script>alert(1)</script>' })] });
    const { text } = await teacher.get('roster');
    expect(text).to.contain('&lt;script&gt;alert').and.not.to.contain('<script>alert');
  });

  it('an award, when the learner stated name or e-mail, then the teacher is told so', async () => {
    const issued = anIssuedAward();
    const recipient = {
      ...issued.recipient,
      name: 'Ada',
      email: 'a@b.example',
      emailFrom: 'learner',
    } as NonNullable<typeof issued.recipient>;
    await enter({ awards: [{ ...issued, recipient }] });
    expect(readable((await teacher.get('roster')).text)).to.contain('stated by the learner, not by the LMS');
  });

  it('somebody who left the course, when they hold an award, then stays on the list', async () => {
    await enter({ awards: [anIssuedAward()] }, { roster: [aRosterMember('l2')] });
    expect(rowsOf((await teacher.get('roster')).text).get('Ada Learner')).to.contain('Claimed');
  });

  it('a teacher who learns as well, when the list is opened, then is not on it, though the roster lists them', async () => {
    await enter({}, { roster: [aRosterMember('both'), aRosterMember('l1')] });
    await web.comes({
      roles: { teaches: true, learns: true, administers: false },
      person: { subject: 'both' },
    });
    await web.comes({ roles: asLearner, person: { subject: 'both' } });
    expect([...rowsOf((await teacher.get('roster')).text).keys()]).to.deep.equal(['Name of l1']);
  });

  it('500 learners, when the list is opened, then all are counted', async () => {
    const roster = Array.from({ length: 500 }, (_, at) => aRosterMember(`l${at}`));
    await enter({}, { roster });
    expect(readable((await teacher.get('roster')).text)).to.contain('Learners: 500.');
  });
});
