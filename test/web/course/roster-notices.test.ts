import { expect } from 'chai';
import type { NoticeEnd } from '../../../src/domain/notices/notice.js';
import { noteOffer } from '../../../src/domain/notices/note-offer.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { memoryNotices } from '../../support/memory/memory-notices.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { now, readable, startCourse, type CourseWeb } from './course-web.js';

describe('messages on the list of learners', () => {
  let web: CourseWeb;
  afterEach(() => web.close());

  const ofMessages = /by e-mail|[Tt]he e-mail|E-mail sent/;

  const enter = async (state: NoticeEnd | 'due', locale = 'en', award = anAward()) => {
    const notices = memoryNotices();
    await noteOffer({ notices, clock: () => now }, award, { email: 'ada@example.org' });
    const [due] = await notices.due(now, 1);
    const taken =
      state === 'due' ? undefined : await notices.take(due?.id ?? '', now, { holder: 'one', until: now });
    if (taken && state !== 'due') await notices.end(taken, state, now);
    web = await startCourse({
      awards: [award],
      services: { lms: scriptedLms({ roster: [aRosterMember('learner-1')] }), notices },
    });
    const teacher = await web.teacher({ locale });
    const list = readable((await teacher.get('roster')).text);
    expect(list).to.contain('Name of learner-1');
    return list;
  };

  const told: [NoticeEnd | 'due', string, string][] = [
    ['due', 'A message by e-mail is on its way.', 'Un message par e-mail est en route.'],
    ['sent', 'E-mail sent on 24 November 2026.', 'Message envoyé par e-mail le 24 novembre 2026.'],
    ['refused', 'The e-mail could not be delivered', 'L’e-mail n’a pas pu être remis'],
    ['failed', 'The e-mail could not be sent', 'L’e-mail n’a pas pu partir'],
    [
      'unclear',
      'that the e-mail of 24 November 2026 arrived',
      'que l’e-mail du 24 novembre 2026 soit arrivé',
    ],
    [
      'stopped',
      'Not told by e-mail: this learner wants no messages.',
      'Pas d’e-mail : cette personne n’en veut pas.',
    ],
    ['no-address', 'the LMS tells no address to write to', 'n’indique aucune adresse utilisable'],
    ['needless', 'No e-mail was needed: this learner saw the offer', 'Pas besoin d’e-mail'],
  ];
  for (const [state, english, french] of told) {
    it(`an offer whose message is ${state}, when the teacher looks, then the list says so, in French too`, async () => {
      expect(await enter(state)).to.contain(english);
      await web.close();
      expect((await enter(state, 'fr')).replaceAll('\u00a0', ' ')).to.contain(french);
    });
  }

  it('an offer of a teacher whose message was not sent, when the teacher looks, then the list asks to tell the learner', async () => {
    const award = anAward({ history: [{ what: 'offered', at: now, by: 'teacher-1' }] });
    expect(await enter('needless', 'en', award)).to.contain('No e-mail was sent: it could not go out');
    await web.close();
    expect(await enter('needless', 'fr', award)).to.match(/Aucun e-mail n’a été envoyé/);
  });

  it('an award that was claimed, when the teacher looks, then the list says nothing of messages', async () => {
    expect(await enter('sent', 'en', anIssuedAward())).to.not.match(ofMessages);
  });
});
