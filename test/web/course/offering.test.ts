import { expect } from 'chai';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
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
