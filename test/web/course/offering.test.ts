import { expect } from 'chai';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';

const page = 'credential/offering';

describe('who offers the award, for the teacher', () => {
  let web: CourseWeb;
  let teacher: Person;
  afterEach(() => web.close());

  const enter = async (locale = 'en', microCredential = aMicroCredential()): Promise<void> => {
    web = await startCourse({ microCredential });
    teacher = await web.teacher({ locale });
  };
  const told = async (of: string): Promise<string> => readable((await teacher.get(of)).text);
  const news = async (who: string): Promise<string> => {
    const { headers } = await teacher.submit(page, { who });
    return readable((await teacher.browser.get(headers.get('Location') ?? '')).text);
  };
  const isLookedAt = async (): Promise<boolean> =>
    (await web.services.checks.of('micro-credential-1', 1)) !== undefined;

  it('the page, when nobody has chosen, then says that Acquis offers by itself', async () => {
    await enter();
    expect(shown((await teacher.get(page)).text, 'who')).to.equal('itself');
    expect(await told(page))
      .to.contain('Offer by itself')
      .and.not.to.contain('Last changed on');
    expect(await told('credential')).to.contain('Who offers the award (Acquis, by itself)');
  });

  it('looking first, when it is chosen, then is kept and told; by itself again, the course is looked at', async () => {
    await enter();
    expect(await news('hand')).to.contain('nobody is offered the award before a teacher has looked');
    expect(shown((await teacher.get(page)).text, 'who')).to.equal('hand');
    expect(await told(page)).to.contain('Last changed on 24 November 2026.');
    expect(await told('credential')).to.contain('Who offers the award (a teacher looks first)');
    expect((await web.kept()).offering).to.include({ byHand: true, changedBy: 'teacher-1' });
    expect(await isLookedAt()).to.equal(false);
    expect(await news('itself')).to.contain('Those who are ready are offered it by the next check');
    expect((await web.kept()).offering?.byHand).to.equal(false);
    expect(await isLookedAt()).to.equal(true);
  });

  it('it, when it is chosen before anything is published, then holds from the first version on, and publishing says so', async () => {
    const { definition } = aVersion();
    await enter(
      'en',
      aMicroCredential({
        versions: [],
        draft: { definition, changedAt: new Date(), changedBy: 'teacher-1' },
      }),
    );
    await news('hand');
    expect(await told('credential')).to.contain('are shown to you as ready to be offered the award');
    expect(await told('credential/dry-run')).to.contain('would be ready to be offered the award');
    await news('itself');
    expect(await isLookedAt()).to.equal(false);
    expect(await told('credential')).to.contain('learners who pass are offered the award');
  });

  describe('nobody any more', () => {
    const rule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 } as const;
    const lineItem = { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' };
    const results = [{ subject: 'learner-1', score: 15, maximum: 20 }];
    const roster = [aRosterMember('learner-1', { name: 'Ada Learner' }), aRosterMember('learner-2')];
    const passed = async (locale = 'en'): Promise<void> => {
      web = await startCourse({
        microCredential: aMicroCredential({ versions: [aVersion({ rule })] }),
        awards: [anIssuedAward({ subject: 'learner-2' })],
        services: { lms: scriptedLms({ lineItem, results, roster }) },
      });
      teacher = await web.teacher({ locale });
    };
    /** As the page of the institution lists them. */
    const listed = async (): Promise<string[]> =>
      (await web.services.microCredentials.offeredBy('institution-1', 10)).map(({ id }) => id);

    it('when it is chosen, then every page says so, nobody is offered it, and the awards stay with all that can be done', async () => {
      await passed();
      expect(await listed()).to.deep.equal(['micro-credential-1']);
      expect(await news('nobody')).to.contain('From now on nobody is offered the award.');
      expect(shown((await teacher.get(page)).text, 'who')).to.equal('nobody');
      expect(await told('credential')).to.contain('Who offers the award (nobody: it is no longer offered)');
      expect(await listed()).to.deep.equal([]);
      const learner = await web.learner();
      expect(readable((await learner.get('progress')).text))
        .to.contain('This micro-credential is no longer offered.')
        .and.not.to.contain('Claim your micro-credential')
        .and.not.to.contain('Check again');
      const list = (await teacher.get('roster')).text;
      expect(readable(list))
        .to.contain('Ada Learner State: Requirements met')
        .and.to.contain('Nobody is offered the award any more')
        .and.not.to.contain('Ready to be offered');
      expect(list).to.contain('/roster/revoke/');
      expect(await told('roster/offer?all=yes')).to.contain('because it is no longer offered');
      expect(await web.services.awards.ofMicroCredential('micro-credential-1')).to.have.length(1);
    });

    it('when it is offered by itself again, then the learner is offered it, and it is listed', async () => {
      await passed();
      await news('nobody');
      expect(await isLookedAt()).to.equal(false);
      await news('itself');
      expect(await isLookedAt()).to.equal(true);
      expect((await web.kept()).retiredAt).to.equal(undefined);
      expect(await listed()).to.deep.equal(['micro-credential-1']);
      expect(readable((await (await web.learner()).get('progress')).text)).to.contain(
        'Claim your micro-credential',
      );
    });

    it('when a next version is designed meanwhile, then who would pass and publishing say that nobody is offered it', async () => {
      await passed();
      await news('nobody');
      await teacher.submit('credential', {}, 'credential/next');
      expect(await told('credential')).to.contain('Nobody is offered the award: so it is chosen');
      expect(await told('credential/dry-run')).to.contain('This is who would be ready if it were offered.');
      await teacher.publish();
      expect((await web.kept()).versions).to.have.length(2);
      expect((await web.kept()).retiredAt).not.to.equal(undefined);
    });

    it('when nothing is published yet, then it cannot be chosen; in French, every sentence is there', async () => {
      const draft = { definition: aVersion().definition, changedAt: new Date(), changedBy: 'teacher-1' };
      await enter('en', aMicroCredential({ versions: [], draft }));
      expect((await teacher.get(page)).text).not.to.contain('value="nobody"');
      await web.close();
      await passed('fr');
      expect(await told(page)).to.contain('Ne plus la proposer à personne');
    });
  });

  it('a learner, when the page is asked for or posted to, then is refused', async () => {
    await enter();
    const learner = await web.learner();
    expect((await learner.get(page)).status).to.equal(403);
    expect((await learner.post(page, { who: 'hand' })).status).to.equal(403);
    expect((await web.kept()).offering).to.equal(undefined);
  });

  it('the page, when it is read in French, then every sentence is there', async () => {
    await enter('fr');
    expect(await told(page)).to.contain('Je regarde d’abord');
  });
});
