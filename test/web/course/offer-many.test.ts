import { expect } from 'chai';
import type { Award } from '../../../src/domain/awards/award.js';
import type { MailMessage } from '../../../src/domain/notices/mail.js';
import { startNoticeWorker } from '../../../src/jobs/notice-worker.js';
import type { WebServices } from '../../../src/web/web-services.js';
import { markOf } from '../../../src/web/pages/roster/chosen-marks.js';
import { Problem } from '../../../src/shared/problem.js';
import { aJuryDecision } from '../../support/builders/a-jury-decision.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { heldTime } from '../../support/held-time.js';
import { memoryNotices } from '../../support/memory/memory-notices.js';
import { aRosterMember, scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import type { Page } from '../support/test-browser.js';
import { now, readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';

const rule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 } as const;
const lineItem = { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' };
const offering = { byHand: true, changedAt: now, changedBy: 'teacher-1' };

describe('offering the award to several learners, for the teacher', function () {
  this.timeout(60_000);
  let web: CourseWeb;
  let teacher: Person;
  let script: LmsScript;
  afterEach(() => web.close());

  /** A class of which the first `passed` have passed. */
  const enter = async (
    size: number,
    passed: number,
    {
      locale = 'en',
      awards = [],
      services = {},
    }: { locale?: string; awards?: Award[]; services?: Partial<WebServices> } = {},
  ): Promise<void> => {
    const subjects = Array.from({ length: size }, (_, n) => `learner-${n}`);
    script = {
      lineItem,
      roster: subjects.map((subject) => aRosterMember(subject)),
      results: subjects.map((subject, n) => ({
        subject,
        score: n < passed ? 15 : 4,
        maximum: 20,
        at: new Date('2026-11-03T10:00:00Z'),
      })),
    };
    web = await startCourse({
      microCredential: aMicroCredential({ versions: [aVersion({ rule })], offering }),
      awards,
      services: { lms: scriptedLms(script), ...services },
    });
    teacher = await web.teacher({ locale });
  };
  const whoOf = (...numbers: number[]): string =>
    numbers.map((n) => `who=${markOf(`learner-${n}`)}`).join('&');
  const offers = async (): Promise<string[]> =>
    (await web.services.awards.ofMicroCredential('micro-credential-1')).map(({ subject }) => subject).sort();
  /** Sends the form of a page that asks. */
  const confirm = async ({ text }: Page, change: Record<string, string> = {}): Promise<Page> => {
    const fields = Object.fromEntries(
      ['who', 'all', 'version', 'view'].map((name) => [name, shown(text, name) ?? '']),
    );
    return teacher.post('roster/offer', { ...fields, ...change });
  };
  const namesIn = (text: string): string[] =>
    [...text.matchAll(/<li class="roster-row">\s*<h2>([^<]*)/g)].map(([, name = '']) => name);

  it('the list, when teachers look first, then shows who is ready, with a box to select each, and the way to all', async () => {
    await enter(60, 44);
    const { text } = await teacher.get('roster');
    expect(text.match(/type="checkbox" form="chosen" name="who"/g)).to.have.length(44);
    expect(readable(text))
      .to.contain('Learners: 60. Ready to be offered: 44; offered and not yet claimed: 0; claimed: 0.')
      .and.to.contain('Look at all 44 learners who are ready')
      .and.to.contain('Ready to be offered (44)')
      .and.to.contain('Nobody is offered the award before a teacher has looked.');
    expect((await teacher.get('roster/learners.csv?state=met')).text).to.contain('Ready to be offered');
  });

  it('the list, when nobody is ready, then has no panel for several at once', async () => {
    await enter(3, 0);
    expect((await teacher.get('roster')).text).not.to.contain('Several learners at once');
  });

  it('the list, when none of those who are ready is on it, then offers the way to all and nothing to select with', async () => {
    await enter(3, 1);
    expect(readable((await teacher.get('roster?search=learner-2')).text))
      .to.contain('Look at the 1 learner who is ready')
      .and.not.to.contain('Offer the award to those selected');
  });

  it('the list, when Acquis offers by itself, then has nothing to select', async () => {
    web = await startCourse({ microCredential: aMicroCredential({ versions: [aVersion({ rule })] }) });
    teacher = await web.teacher();
    expect((await teacher.get('roster')).text).not.to.contain('name="who"');
  });

  it('those selected, when they are looked at, then stand there with their evidence and its age, and who is left out and why', async () => {
    await enter(5, 3, { awards: [anAward({ id: 'award-1', subject: 'learner-1' })] });
    const page = await teacher.get(
      `roster/offer?${whoOf(0, 1, 2, 4)}&who=${markOf('gone')}&view=search%3Dlearner`,
    );
    expect(namesIn(page.text)).to.deep.equal(['Name of learner-0', 'Name of learner-2']);
    expect(readable(page.text))
      .to.contain('Offer the award to 2 learners?')
      .and.to.contain('Grade 15 of 20 (50% needed) (3 November 2026, 21 days ago)')
      .and.to.match(/Left out: 1 learner – has been offered the award already Name of learner-1/)
      .and.to.match(/Left out: 1 learner – does not meet the requirements \(any more\) Name of learner-4/)
      .and.to.contain('1 of those you selected is no longer a learner of this course.')
      .and.to.contain('Acquis sends no e-mail here');
    expect(page.text).to.contain('/roster?search&#x3D;learner');
    expect(await offers()).to.deep.equal(['learner-1']);
  });

  it('one whom a jury decided on, when looked at, then has the day once, with how long ago it was', async () => {
    web = await startCourse({
      microCredential: aMicroCredential({
        versions: [aVersion({ rule: { kind: 'jury-decision' } })],
        offering,
      }),
      services: { lms: scriptedLms({ roster: [aRosterMember('learner-0')] }) },
    });
    const at = new Date('2026-11-03T10:00:00Z');
    await web.services.juryDecisions.record(aJuryDecision({ subject: 'learner-0', state: 'proven', at }));
    teacher = await web.teacher();
    const text = readable((await teacher.get(`roster/offer?${whoOf(0)}`)).text);
    expect(text).to.match(/A jury decided on (\d+ \w+ 2026): proven \(\d+ days ago\)/);
  });

  it('those selected, when it is confirmed, and confirmed again, then each is offered it once and the page says who was left out', async () => {
    await enter(5, 3);
    const page = await teacher.get(`roster/offer?${whoOf(0, 1)}`);
    const first = await confirm(page);
    expect(first.status).to.equal(200);
    expect(readable(first.text)).to.contain('2 learners were offered the award');
    expect(await offers()).to.deep.equal(['learner-0', 'learner-1']);
    const second = readable((await confirm(page)).text);
    expect(second)
      .to.contain('Nobody was offered the award now')
      .and.to.contain('Left out: 2 learners – have been offered the award already');
    expect(await offers()).to.have.length(2);
    const { text } = await teacher.get('roster?state=offered');
    expect(namesIn(text)).to.deep.equal(['Name of learner-0', 'Name of learner-1']);
  });

  it('learners who never opened the activity, when they are offered it by hand, then each has one message, and the list says so', async () => {
    const got: MailMessage[] = [];
    await enter(3, 2, { services: { notices: memoryNotices() } });
    await confirm(await teacher.get(`roster/offer?${whoOf(0, 1)}`));
    expect((await teacher.get('roster')).text.match(/A message by e-mail is on its way/g)).to.have.length(2);
    const { notices = memoryNotices(), ...services } = web.services;
    const time = heldTime();
    const worker = startNoticeWorker({
      ...services,
      notices,
      mail: { send: async (message) => (got.push(message), 'sent') },
      timers: time.timers,
      chance: () => 0.5,
      onTrouble: (sentence) => expect.fail(sentence),
    });
    await time.pass(60_000);
    await worker.stop();
    expect(got.map(({ to }) => to.address).sort()).to.deep.equal([
      'learner-0@example.org',
      'learner-1@example.org',
    ]);
    expect((await teacher.get('roster')).text.match(/E-mail sent on 24 November 2026/g)).to.have.length(2);
  });

  it('an LMS that is away, when it is confirmed, then those who never came could not be checked, and wait as before', async () => {
    await enter(3, 2);
    const page = await teacher.get(`roster/offer?${whoOf(0, 1)}`);
    Object.assign(script, { roster: new Problem('lms-unreachable') });
    expect(readable((await confirm(page)).text))
      .to.contain('Nobody was offered the award now')
      .and.to.contain('2 of those you selected could not be checked')
      .and.not.to.contain('no longer');
    expect(await offers()).to.deep.equal([]);
    Object.assign(script, { roster: [aRosterMember('learner-0'), aRosterMember('learner-1')] });
    expect(readable((await confirm(page)).text)).to.contain('2 learners were offered the award');
  });

  it('who has fallen below since, when it is confirmed, then is left out, and who has passed since was not meant', async () => {
    await enter(4, 2);
    const page = await teacher.get('roster/offer?all=yes');
    script.results = [1, 2, 3].map((n) => ({ subject: `learner-${n}`, score: 15, maximum: 20 }));
    expect(readable((await confirm(page)).text))
      .to.contain('1 learner was offered the award')
      .and.to.contain('Left out: 1 learner – does not meet the requirements (any more) Name of learner-0');
    expect(await offers()).to.deep.equal(['learner-1']);
  });

  it('all of a class of 5,000, when they are looked at and confirmed, then are offered it, in one form', async () => {
    await enter(5000, 4990, { awards: [anIssuedAward({ subject: 'learner-7' })] });
    const page = await teacher.get('roster/offer?all=yes');
    expect(namesIn(page.text)).to.have.length(50);
    expect(readable(page.text))
      .to.contain('Offer the award to 4989 learners?')
      .and.to.contain('4989 learners, page 1 of 100.')
      .and.to.contain('Left out: 10 learners – do not meet the requirements (any more)');
    const next = /rel="next" href="[^"]*\/(roster\/offer\?[^"]*)"/.exec(page.text)?.[1] ?? '';
    const second = await teacher.get(next.replace(/&amp;/g, '&').replace(/&#x3D;/g, '='));
    expect(namesIn(second.text)[0]).to.equal('Name of learner-51');
    expect(readable((await confirm(second)).text)).to.contain('4989 learners were offered the award');
    expect(await offers()).to.have.length(4990);
  });

  it('nobody, when nothing is selected, then is told so and the list is as it was asked for', async () => {
    await enter(2, 2);
    const { headers } = await teacher.get('roster/offer?view=order%3Dclosest');
    expect(headers.get('Location')).to.equal(`${teacher.path}/roster?order=closest&done=none-chosen`);
    expect(readable((await teacher.get('roster?done=none-chosen')).text)).to.contain('Nobody was selected.');
    const sent = await teacher.post('roster/offer', { who: '', version: '1' });
    expect(sent.headers.get('Location')).to.equal(`${teacher.path}/roster?done=none-chosen`);
    const rubbish = await teacher.get('roster/offer?who[a]=b&who=%3Cscript%3E');
    expect(rubbish.status).to.equal(303);
  });

  it('a version that was published meanwhile, when it is confirmed, then nothing is done and the page asks again', async () => {
    await enter(2, 2);
    const page = await teacher.get('roster/offer?all=yes');
    const { status, text } = await confirm(page, { version: '2' });
    expect(status).to.equal(409);
    expect(readable(text)).to.contain('Another version was published').and.to.contain('to 2 learners?');
    expect(await offers()).to.deep.equal([]);
  });

  it('a learner who is ready, when they open the activity, then is told that the teacher has to confirm the offer', async () => {
    await enter(2, 1);
    const learner = await web.learner({ person: { subject: 'learner-0', name: 'Ada' } });
    expect(readable((await learner.get('progress')).text))
      .to.contain('You have met the requirements. Your teacher has to confirm the offer')
      .and.not.to.contain('Claim your micro-credential');
    expect(await offers()).to.deep.equal([]);
    for (const answer of [
      await learner.get('roster/offer?all=yes'),
      await learner.post('roster/offer', { who: markOf('learner-0'), version: '1' }),
    ])
      expect(answer.status).to.equal(403);
    await confirm(await teacher.get('roster/offer?all=yes'));
    expect(readable((await learner.get('progress')).text)).to.contain('Claim your micro-credential');
  });

  it('the pages, when they are read in French, then every sentence is there', async () => {
    await enter(3, 2, { locale: 'fr' });
    expect(readable((await teacher.get('roster')).text)).to.contain('À proposer : 2');
    const page = await teacher.get('roster/offer?all=yes');
    expect(readable(page.text))
      .to.contain('Proposer l’attestation à 2 apprenants')
      .and.to.contain('ne remplit pas');
    expect(readable((await confirm(page)).text)).to.contain('L’attestation a été proposée à 2 apprenants');
  });
});
