import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { Problem } from '../../../src/shared/problem.js';
import { markOf } from '../../../src/web/pages/roster/chosen-marks.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { aRosterMember, scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import type { Page } from '../support/test-browser.js';
import { readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';

describe('confirming several learners, for the teacher', () => {
  let web: CourseWeb;
  let teacher: Person;
  let script: LmsScript;
  afterEach(() => web.close());

  beforeEach(async () => {
    script = { roster: ['a', 'b', 'c', 'issued'].map((one) => aRosterMember(one)) };
    web = await startCourse({
      microCredential: aMicroCredential({
        versions: [aVersion({ rule: { kind: 'examiner-confirmation' } })],
      }),
      awards: [anIssuedAward({ subject: 'issued' })],
      services: { lms: scriptedLms(script) },
    });
    await web.confirm('c', true);
    teacher = await web.teacher();
  });
  const confirmed = async (): Promise<string[]> =>
    (await web.services.confirmations.all('micro-credential-1', 1)).map(({ subject }) => subject).sort();
  const send = async ({ text }: Page, reason: string): Promise<Page> => {
    const fields = Object.fromEntries(
      ['who', 'all', 'version', 'view'].map((name) => [name, shown(text, name) ?? '']),
    );
    return teacher.post('roster/confirm-many', { ...fields, reason });
  };

  it('the list, when the rule asks for a confirmation, then lets those be selected who have none', async () => {
    const { text } = await teacher.get('roster');
    expect(text.match(/form="chosen"/g)).to.have.length(2);
    expect(readable(text))
      .to.contain('Look at all 2 learners who are not confirmed yet')
      .and.to.contain('Confirm those selected')
      .and.not.to.contain('Offer the award to those selected');
  });

  it('an LMS that is away, when several are confirmed, then those who never came could not be checked', async () => {
    const page = await teacher.get(`roster/confirm-many?who=${markOf('a')}`);
    Object.assign(script, { roster: new Problem('lms-unreachable') });
    expect(readable((await send(page, 'Passed.')).text))
      .to.contain('Nobody was confirmed now')
      .and.to.contain('1 of those you selected could not be checked')
      .and.not.to.contain('no longer');
    expect(await confirmed()).to.deep.equal(['c']);
  });

  it('those selected, when a reason is given, then each is confirmed with it, and the course is looked at', async () => {
    const page = await teacher.get(
      `roster/confirm-many?who=${markOf('a')}&who=${markOf('c')}&who=${markOf('issued')}`,
    );
    expect(readable(page.text))
      .to.contain('Confirm 1 learner?')
      .and.to.contain('Name of a Not yet confirmed by an examiner')
      .and.to.contain('is confirmed already Name of c')
      .and.to.contain('has claimed the award already Name of issued');
    expect(await confirmed()).to.deep.equal(['c']);
    const done = await send(page, 'Oral examinations of 12 May, passed.');
    expect(readable(done.text)).to.contain('1 learner was confirmed');
    expect(await confirmed()).to.deep.equal(['a', 'c']);
    expect(await web.services.checks.of('micro-credential-1', 1)).to.not.equal(undefined);
    expect(readable((await teacher.get('roster')).text)).to.contain('Oral examinations of 12 May, passed.');
  });

  it('a rule with a choice, when learners are selected or downloaded, then page and file say that one is enough', async () => {
    const graded = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 } as const;
    const of: AwardRule[] = [graded, { kind: 'examiner-confirmation' }];
    web.services.microCredentials = memoryMicroCredentials(
      aMicroCredential({ versions: [aVersion({ rule: { kind: 'any', of } })] }),
    );
    expect(readable((await teacher.get(`roster/confirm-many?who=${markOf('a')}`)).text)).to.match(
      /Name of a One of these is enough: .*Not yet confirmed by an examiner/,
    );
    expect(readable((await teacher.get('roster')).text)).to.contain('One of these is enough:');
    expect((await teacher.get('roster/learners.csv')).text).to.match(
      /one of these: [^;,]+ \/ Not yet confirmed by an examiner,1,/,
    );
  });

  it('a reason that is missing, when it is sent, then the page comes back with the same learners and nobody is confirmed', async () => {
    const page = await teacher.get('roster/confirm-many?all=yes');
    const { status, text } = await send(page, ' ');
    expect(status).to.equal(422);
    expect(text).to.contain('<a href="#reason">');
    expect(shown(text, 'who')).to.equal(shown(page.text, 'who'));
    expect(readable(text)).to.contain('Confirm 2 learners?');
    expect(await confirmed()).to.deep.equal(['c']);
    const again = await send({ ...page, text }, 'Seen.');
    expect(readable(again.text)).to.contain('2 learners were confirmed');
  });

  it('a learner, when the page is asked for or posted to, then is refused', async () => {
    const learner = await web.learner();
    expect((await learner.get('roster/confirm-many?all=yes')).status).to.equal(403);
    expect(
      (await learner.post('roster/confirm-many', { who: markOf('a'), version: '1', reason: 'x' })).status,
    ).to.equal(403);
    expect(await confirmed()).to.deep.equal(['c']);
  });

  it('the pages, when they are read in French, then every sentence is there', async () => {
    teacher = await web.teacher({ locale: 'fr' });
    const page = await teacher.get('roster/confirm-many?all=yes');
    expect(readable(page.text)).to.contain('Confirmer 2 apprenants');
    expect(readable((await send(page, 'Vu.')).text)).to.contain('2 apprenants ont été confirmés');
  });
});
