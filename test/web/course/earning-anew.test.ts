import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import type { Award } from '../../../src/domain/awards/award.js';
import { markOf } from '../../../src/web/pages/roster/chosen-marks.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { now, readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';

const examiner: AwardRule = { kind: 'examiner-confirmation' };
const score: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };
const revoked: Partial<Award> = { state: 'revoked', revokedAt: now, revocationReason: 'Copied work.' };

describe('a newer version, for a learner whose award was revoked', () => {
  let web: CourseWeb;
  let teacher: Person;
  let learner: Person;
  afterEach(() => web.close());

  const enter = async (rule: AwardRule, award: Partial<Award> = revoked, numbers = [1, 2]): Promise<void> => {
    const versions = numbers.map((number) => aVersion({ rule }, number));
    web = await startCourse({
      microCredential: aMicroCredential({ versions }),
      awards: [anIssuedAward(award)],
      services: {
        lms: scriptedLms({
          roster: [aRosterMember('learner-1', { name: 'Ada Learner' })],
          lineItem: { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' },
          results: [{ subject: 'learner-1', score: 15, maximum: 20 }],
        }),
      },
    });
    teacher = await web.teacher();
    learner = await web.learner();
  };
  const told = async (person: Person, page: string) => readable((await person.get(page)).text);
  const versionsHeld = async () =>
    (await web.services.awards.ofMicroCredential('micro-credential-1')).map(({ version }) => version);

  it('when an examiner has to confirm, then the list lets them, the learner reads why, and it is offered', async () => {
    await enter(examiner);
    expect(await told(teacher, 'roster'))
      .to.contain('State: No evidence yet')
      .and.to.contain('The award of version 1 was revoked on 24 November 2026: Copied work.')
      .and.to.contain('Confirm (Ada Learner)');
    expect(await told(learner, 'progress'))
      .to.contain('was revoked on 24 November 2026. Reason: Copied work.')
      .and.to.contain('you can earn the current one like everybody else');
    await teacher.submit(
      'roster',
      { subject: 'learner-1', version: '2', confirmed: 'yes', reason: 'Oral.' },
      'roster/confirm',
    );
    expect(await told(learner, 'progress'))
      .to.contain('You have met the requirements')
      .and.not.to.contain('Copied work.');
    expect(await versionsHeld()).to.deep.equal([1, 2]);
  });

  it('when it was revoked with a look before the next, then nothing is offered by itself, and both read so', async () => {
    await enter(score, { ...revoked, holdsBack: true });
    expect(await told(learner, 'progress'))
      .to.contain('your teacher looks first, before it is offered to you')
      .and.to.contain('Your teacher has to confirm the offer');
    expect(await versionsHeld()).to.deep.equal([1]);
    expect(await told(teacher, 'roster'))
      .to.contain('State: Ready to be offered')
      .and.to.contain('Look at the 1 learner who is ready');
    const who = markOf('learner-1');
    const { text } = await teacher.get(`roster/offer?who=${who}`);
    expect(readable(text)).to.contain('The award of version 1 was revoked on 24 November 2026: Copied work.');
    await teacher.post('roster/offer', { who, version: '2', view: '' });
    expect(await told(learner, 'progress')).to.contain('You have met the requirements');
  });

  it('when the newer one is offered, then the learner still reaches the revoked one and decides on the name there', async () => {
    await enter(score, { ...revoked, public: true });
    const { text } = await learner.get('progress');
    const { id } = anIssuedAward();
    expect(text).to.contain(`/awards/${id}"`);
    expect(readable(text))
      .to.contain('Your award of version 1 was revoked on 24 November 2026.')
      .and.contain('Its page shows your name.');
    await learner.submit('progress', { award: id, public: 'no' }, 'award/public');
    expect((await web.services.awards.byId(id))?.public).not.to.equal(true);
    expect(await told(learner, 'progress')).to.contain('Its page does not show your name.');
  });

  it('when somebody asks for the name on the award of another, then is refused', async () => {
    await enter(score, { ...revoked, public: true });
    await learner.get('progress');
    const other = await web.learner({ person: { subject: 'learner-2', name: 'Bo Learner' } });
    await other.get('progress');
    const { id } = anIssuedAward();
    await other.post('award/public', { award: id, public: 'no' });
    expect((await web.services.awards.byId(id))?.public).to.equal(true);
  });

  it('when the newer one is offered, then the list still leads to the revoked one', async () => {
    await enter(score);
    await learner.get('progress');
    expect(await versionsHeld()).to.deep.equal([1, 2]);
    const { text } = await teacher.get('roster');
    expect(readable(text))
      .to.contain('State: Offered')
      .and.to.contain('Version 1: revoked on 24 November 2026');
    expect(text).to.match(new RegExp(`href="[^"]*/awards/${anIssuedAward().id}"`));
    const rows = (await teacher.get('roster/learners.csv')).text.trim().split('\r\n');
    expect(rows).to.have.length(3);
    expect(rows[1]).to.contain('Offered').and.not.to.contain('/awards/');
    expect(rows[2])
      .to.contain('Ada Learner')
      .and.to.contain('Version 1: revoked')
      .and.to.contain(`/awards/${anIssuedAward().id}`);
  });

  it('when a teacher revokes, then the page asks whether to look before the next one, and keeps the answer', async () => {
    await enter(score, {}, [1]);
    const { id } = anIssuedAward();
    const page = `roster/revoke/${id}`;
    const again = await teacher.submit(page, { was: 'issued', reason: '', holdsBack: 'yes' });
    expect(again.status).to.equal(422);
    expect(shown(again.text, 'holdsBack')).to.equal('yes');
    await teacher.submit(page, { was: 'issued', reason: 'Copied work.', holdsBack: 'yes' });
    expect(await web.services.awards.byId(id)).to.include({ state: 'revoked', holdsBack: true });
  });

  it('when the list is downloaded, then it says when the old one was revoked and what is missing now', async () => {
    await enter(examiner);
    const [, row = ''] = (await teacher.get('roster/learners.csv')).text.split('\r\n');
    expect(row)
      .to.contain('No evidence yet')
      .and.to.contain('2026-11-24')
      .and.to.contain(`/awards/${anIssuedAward().id}`);
  });
});
