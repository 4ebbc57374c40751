import { expect } from 'chai';
import type { RuleResult } from '../../../src/domain/evidence/verdict.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aJuryDecision } from '../../support/builders/a-jury-decision.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { expectToldInOrder } from '../support/told-in-order.js';
import { readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';

const rule: AwardRule = {
  kind: 'any',
  of: [{ kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 }, { kind: 'jury-decision' }],
};
const ada = aRosterMember('learner-1', { name: 'Ada Learner' });
const page = 'roster/jury?who=learner-1';
const shownFor = { subject: 'learner-1', version: '1' };
const form = {
  ...shownFor,
  state: 'proven',
  portfolio: 'Three reports on open data.',
  attachments: 'https://portfolio.example.org/ada',
  examinerOne: 'Irène Examiner',
  examinerTwo: 'Max Juror',
  decidedOn: '2026-11-12',
  reasons: 'All criteria are shown.',
};

describe('a jury’s decision, for the teacher and the learner', () => {
  let web: CourseWeb;
  let teacher: Person;
  afterEach(() => web.close());

  const enter = async (world: Parameters<typeof startCourse>[0] = {}, locale = 'en'): Promise<void> => {
    web = await startCourse({
      microCredential: aMicroCredential({ versions: [aVersion({ rule })] }),
      ...world,
      services: { lms: scriptedLms({ roster: [ada] }), ...world.services },
    });
    teacher = await web.teacher({ locale });
  };
  const told = async (of: string): Promise<string> => readable((await teacher.get(of)).text);
  const kept = () => web.services.juryDecisions.of('micro-credential-1', 1, 'platform-1', 'learner-1');

  it('a decision, when it is recorded, then the list, its page and the learner’s page tell it, and the award can be claimed', async () => {
    await enter();
    expect(await told('roster'))
      .to.contain('No jury has decided on a portfolio yet')
      .and.to.contain('Jury decision');
    const { headers } = await teacher.submit(page, form, 'roster/jury');
    const location = headers.get('Location') ?? '';
    expect(location).to.equal(`${teacher.path}/roster?done=jury-recorded&who=learner-1`);
    const words =
      'Jury (Irène Examiner, Max Juror) on 12 November 2026: proven. All criteria are shown. Recorded by Tess Teacher on 24 November 2026.';
    expect(readable((await teacher.browser.get(location)).text))
      .to.contain('The decision on the portfolio of Ada Learner was recorded.')
      .and.to.contain(words);
    const { text } = await teacher.get(page);
    expect(readable(text))
      .to.contain(words)
      .and.to.contain('Three reports on open data.')
      .and.to.contain('The two examiners are not named in the credential.');
    expect(text).to.contain(
      'href="https://portfolio.example.org/ada" target="_blank" rel="noopener noreferrer"',
    );
    expect(await web.services.checks.of('micro-credential-1', 1)).to.not.equal(undefined);
    const learner = await web.learner();
    expect(readable((await learner.get('progress')).text))
      .to.contain('Claim your micro-credential')
      .and.to.contain(
        'A jury of two examiners decided on 12 November 2026 that your portfolio shows it. Its reasons: All criteria are shown.',
      )
      .and.not.to.contain('Max Juror');
  });

  it('an outcome with a rule of its own, when the page is opened, then it says what is asked for besides; else it does not', async () => {
    const says = 'The decision counts wherever a jury’s decision is asked for';
    await enter();
    expect(await told(page)).not.to.contain(says);
    await web.close();
    const [first, ...others] = aVersion().definition.outcomes;
    if (!first) throw new Error('the definition has outcomes');
    const provenBy: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 80 };
    const version = aVersion({ rule, outcomes: [{ ...first, provenBy }, ...others] });
    await enter({ microCredential: aMicroCredential({ versions: [version] }) });
    expect(await told(page))
      .to.contain(says)
      .and.to.contain('Judges the quality of a data set : this: Reach at least 80% in “Claim your badge”')
      .and.to.contain('one of these: Reach at least 50%');
  });

  it('a decision that is not proven, when the learner looks, then its reasons are told and nothing is offered', async () => {
    await enter();
    await teacher.submit(
      page,
      { ...form, state: 'not-proven', reasons: 'The sources are missing.' },
      'roster/jury',
    );
    const learner = await web.learner();
    expect(readable((await learner.get('progress')).text))
      .to.contain('your portfolio does not show it yet. Its reasons: The sources are missing.')
      .and.not.to.contain('Claim your micro-credential');
  });

  it('it, when it is withdrawn with a reason, then it counts no more and stays in what was recorded before', async () => {
    await enter();
    await web.services.juryDecisions.record(aJuryDecision());
    const missing = await teacher.post('roster/jury/withdraw', { ...shownFor, reason: ' ' });
    expect(missing.status).to.equal(422);
    expect(missing.text).to.contain('<a href="#reason">');
    expect((await kept())?.state).to.equal('proven');
    const { headers } = await teacher.post('roster/jury/withdraw', { ...shownFor, reason: 'A mistake.' });
    expect(headers.get('Location')).to.contain('done=jury-withdrawn');
    expect(await told('roster?done=jury-withdrawn&who=learner-1'))
      .to.contain('The decision on the portfolio of Ada Learner was withdrawn.')
      .and.to.contain('of 12 November 2026 withdrawn by Tess Teacher on 24 November 2026: A mistake.');
    expect(await told(page))
      .to.contain('Recorded before')
      .and.to.contain('proven. All criteria are shown.');
    const learner = await web.learner();
    expect(readable((await learner.get('progress')).text)).to.contain(
      'No jury has decided on your portfolio yet.',
    );
  });

  it('a form with faults, when it is sent, then comes back with what was typed and says what is wrong', async () => {
    await enter();
    const { status, text } = await teacher.submit(
      page,
      {
        ...form,
        state: '',
        examinerTwo: 'irène examiner',
        attachments: 'http://a.example',
        decidedOn: '2026-12-01',
      },
      'roster/jury',
    );
    expect(status).to.equal(422);
    expect(shown(text, 'portfolio')).to.equal('Three reports on open data.');
    expect(shown(text, 'examinerTwo')).to.equal('irène examiner');
    expect(readable(text))
      .to.contain('The second examiner must be another person')
      .and.to.contain('Each line must be a web address that begins with https://')
      .and.to.contain('Choose one of the two');
    for (const field of ['examinerTwo', 'attachments', 'state'])
      expect(text).to.contain(`<a href="#${field}">`);
    expectToldInOrder(text, 4);
    expect(await kept()).to.equal(undefined);
  });

  it('an award that was claimed, when the page is opened, then the decision is shown and nothing can be recorded', async () => {
    await enter({ awards: [anIssuedAward()] });
    await web.services.juryDecisions.record(aJuryDecision());
    expect(await told('roster')).to.contain('See the jury decision');
    const { text } = await teacher.get(page);
    expect(readable(text)).to.contain('The learner has claimed the award already');
    expect(text).not.to.contain('<form method="post"');
  });

  for (const [whose, roster] of [
    ['an award that was claimed', [ada]],
    ['an award of somebody who has left', []],
  ] as const)
    it(`${whose}, when a form of before is sent, then nothing is recorded or withdrawn any more`, async () => {
      await enter({ awards: [anIssuedAward()], services: { lms: scriptedLms({ roster: [...roster] }) } });
      await web.services.juryDecisions.record(aJuryDecision());
      const before = await kept();
      for (const [to, fields] of [
        ['roster/jury', { ...form, state: 'not-proven' }],
        ['roster/jury/withdraw', { reason: 'A mistake.' }],
      ] as const) {
        const { status, text } = await teacher.post(to, { ...shownFor, ...fields });
        expect(status).to.equal(409);
        expect(readable(text)).to.contain('The learner has claimed the award already');
        expect(text).not.to.contain('<form method="post"');
      }
      expect(await kept()).to.deep.equal(before);
    });

  it('another version, when it was published since the page was opened, then nothing is recorded and what was typed stays', async () => {
    const versions = [aVersion({ rule }), aVersion({ rule }, 2)];
    await enter({ microCredential: aMicroCredential({ versions }) });
    for (const [to, fields] of [
      ['roster/jury', form],
      ['roster/jury/withdraw', { reason: 'A mistake.' }],
    ] as const) {
      const { status, text } = await teacher.post(to, { ...shownFor, ...fields });
      expect(status).to.equal(409);
      expect(readable(text)).to.contain('Another version was published since you opened this page');
      if ('portfolio' in fields) expect(shown(text, 'portfolio')).to.equal(fields.portfolio);
    }
    expect(await web.services.juryDecisions.all('micro-credential-1', 2)).to.deep.equal([]);
    expect((await teacher.post('roster/jury', { ...form, version: '2' })).status).to.equal(303);
    expect(await web.services.juryDecisions.all('micro-credential-1', 2)).to.have.length(1);
  });

  it('an offer whose decision was withdrawn, when it is in review, then its page says by whom and why', async () => {
    const answer = (verdict: 'met' | 'not-met'): RuleResult => ({
      kind: 'condition',
      verdict,
      result: {
        condition: { kind: 'jury-decision' },
        verdict,
        reason: verdict === 'met' ? 'jury-proven' : 'jury-not-yet',
        details: verdict === 'met' ? { at: new Date('2026-11-12T00:00:00Z') } : {},
      },
    });
    const changes = [{ place: 0, told: '["jury-not-yet",[]]' }];
    const review = {
      state: 'open',
      kind: 'no-longer-holds',
      since: new Date('2026-11-23'),
      changes,
    } as const;
    const offer = anAward({
      basis: answer('met'),
      review: { ...review, changes, now: answer('not-met') },
      reviewWrites: 1,
    });
    await enter({ awards: [offer] });
    await web.services.juryDecisions.record(aJuryDecision());
    await web.services.juryDecisions.record(aJuryDecision({ state: 'withdrawn', reasons: 'Mixed up.' }));
    expect(await told(`roster/review/${offer.id}`))
      .to.contain('A jury decided on 12 November 2026: proven')
      .and.to.contain('withdrawn by Tess Teacher on 20 November 2026: Mixed up.');
  });

  it('a rule without a jury, when the list is opened, then nothing is said of one', async () => {
    await enter({ microCredential: aMicroCredential() });
    expect(await told('roster')).not.to.contain('Jury decision');
  });

  it('somebody who is not in the course, or nobody, when the page is opened, then it is not found', async () => {
    await enter();
    for (const who of ['roster/jury?who=stranger', 'roster/jury', 'roster/jury?who=', 'roster/jury?who[a]=b'])
      expect((await teacher.get(who)).status, who).to.equal(404);
  });

  it('a learner, when the pages are asked for or posted to, then is refused', async () => {
    await enter();
    const learner = await web.learner();
    expect((await learner.get(page)).status).to.equal(403);
    expect((await learner.post('roster/jury', form)).status).to.equal(403);
    expect(
      (await learner.post('roster/jury/withdraw', { subject: 'learner-1', reason: 'x' })).status,
    ).to.equal(403);
    expect(await kept()).to.equal(undefined);
  });

  it('what counts as passing, when a jury is chosen with its days, then is kept, shown again and told', async () => {
    const { definition } = aVersion();
    const draft = { definition, changedAt: new Date(), changedBy: 'teacher-1' };
    await enter({ microCredential: aMicroCredential({ versions: [], draft }) });
    await teacher.save('passing', {
      combine: 'any',
      useJury: 'yes',
      juryNotBefore: '2026-06-01',
      juryNotAfter: '',
    });
    expect((await web.draft()).rule).to.deep.equal({
      kind: 'any',
      of: [{ kind: 'jury-decision', notBefore: '2026-06-01' }],
    });
    const { text } = await teacher.get('credential/passing');
    expect([shown(text, 'useJury'), shown(text, 'juryNotBefore')]).to.deep.equal(['yes', '2026-06-01']);
    expect(await told('credential')).to.contain(
      'Have your prior learning recognised by a jury, on a portfolio, on or after 1 June 2026',
    );
  });

  it('the pages, when they are read in French, then every sentence is there', async () => {
    await enter({}, 'fr');
    await web.services.juryDecisions.record(aJuryDecision({ mayBeNamed: true }));
    expect(await told(page))
      .to.contain('Décision d’un jury sur un dossier : Ada Learner')
      .and.to.contain('Les deux membres du jury peuvent être nommés');
    const learner = await web.learner({ locale: 'fr' });
    expect(readable((await learner.get('progress')).text)).to.contain(
      'Un jury de deux personnes a décidé le 12 novembre 2026',
    );
  });
});
