import { expect } from 'chai';
import { markOf } from '../../../src/web/pages/roster/chosen-marks.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward } from '../../support/builders/an-award.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { now, readable, startCourse, type CourseWeb, type Person } from './course-web.js';

const rule = { kind: 'examiner-confirmation' } as const;

describe('the next version, for learners with an open offer', () => {
  let web: CourseWeb;
  let teacher: Person;
  afterEach(() => web.close());

  const enter = async (versions: number[], locale = 'en'): Promise<void> => {
    web = await startCourse({
      microCredential: aMicroCredential({
        versions: versions.map((number) => aVersion({ rule }, number)),
        ...(versions.length === 1 && {
          draft: { definition: aDefinition({ rule }), changedAt: now, changedBy: 'teacher-1' },
        }),
      }),
      awards: [anAward({ subject: 'offered' })],
      services: { lms: scriptedLms({ roster: ['free', 'offered'].map((one) => aRosterMember(one)) }) },
    });
    teacher = await web.teacher({ locale });
  };
  const told = async (page: string): Promise<string> => readable((await teacher.get(page)).text);

  it('when it is a draft, then the overview and the trial both say that they keep the offer', async () => {
    await enter([1]);
    expect(await told('credential')).to.contain(
      'Whoever has the award or an offer keeps it in its version; everybody else needs a new one',
    );
    expect(await told('credential/dry-run')).to.contain(
      '1 learner has the award or an offer already and keeps it in its version: publishing changes nothing',
    );
  });

  it('when its draft is discarded, then the overview says so and shows what is published', async () => {
    await enter([1]);
    const revision = /name="revision" value="(\d+)"/.exec((await teacher.get('credential')).text)?.[1] ?? '';
    const answer = await teacher.submit('credential', { revision }, 'credential/discard');
    expect(answer.headers.get('Location')).to.equal(`${teacher.path}/credential?done=discarded`);
    expect(await told('credential?done=discarded'))
      .to.contain('The draft was discarded. Version 1 is as it was.')
      .and.contain('Start the next version')
      .and.not.contain('Discard this draft');
  });

  it('when it is published, then the list names the version of the offer and asks for no new confirmation', async () => {
    await enter([1, 2]);
    const list = await told('roster');
    expect(list)
      .to.contain('State: Offered: version 1, not yet claimed')
      .and.to.contain('Look at the 1 learner who is not confirmed yet')
      .and.to.contain('Confirm (Name of free)')
      .and.not.to.contain('Confirm (Name of offered)');
    expect(list.match(/Not yet confirmed by an examiner/g)).to.have.length(1);
    await web.close();
    await enter([1, 2], 'fr');
    expect(await told('roster')).to.match(/Proposée\s: version 1, pas encore reçue/);
  });

  it('when it is published and several are confirmed, then who has an offer of the older one is left out', async () => {
    await enter([1, 2]);
    const page = await told(`roster/confirm-many?who=${markOf('free')}&who=${markOf('offered')}`);
    expect(page)
      .to.contain('Confirm 1 learner?')
      .and.to.contain('has been offered the award already Name of offered');
  });
});
