import { expect } from 'chai';
import type { Page } from '../support/test-browser.js';
import { readable, shown, type CourseWeb, type Person } from './course-web.js';
import { aReview, idOf, inReview, startReviewed } from './reviewed-awards.js';

describe('the reviews of those who have only left the course', () => {
  let web: CourseWeb;
  let teacher: Person;
  afterEach(() => web.close());

  const left = (number: number) => {
    const changes = [{ place: -1, told: 'left' }];
    const review = aReview({ kind: 'left-course', changes, now: undefined });
    return inReview({ id: idOf(number), subject: `gone-${number}`, lmsName: `Gone ${number}`, review });
  };
  beforeEach(async () => {
    web = await startReviewed([left(1), left(2), inReview({ id: idOf(3) })]);
    teacher = await web.teacher();
  });
  const send = async (fields: Record<string, string>): Promise<Page> => {
    const until = shown((await teacher.get('roster/left')).text, 'until') ?? '';
    return teacher.submit('roster/left', { until, ...fields });
  };

  it('when the teacher looks, then they are named, and one reason lets all of them stand', async () => {
    const list = readable((await teacher.get('roster')).text);
    expect(list).to.contain('Let the awards of 2 learners who have left the course stand');
    const told = readable((await teacher.get('roster/left')).text);
    expect(told).to.contain('Let the awards of 2 learners stand?').and.to.contain('nothing else has changed');
    const answer = await send({ reason: 'The term is over.' });
    expect(answer.headers.get('Location')).to.equal(`${teacher.path}/roster?done=left-kept&count=2`);
    const after = readable((await teacher.get('roster?done=left-kept&count=2')).text);
    expect(after)
      .to.contain('You let the awards of 2 learners stand.')
      .and.to.contain('1 award needs a look')
      .and.to.contain('let it stand: The term is over.');
    expect((await teacher.get('roster/left')).status).to.equal(303);
    expect(readable((await teacher.get('roster?done=left-kept&count=x')).text)).not.to.contain('You let');
  });

  it('when the reason is missing, then nothing happens and the page says so', async () => {
    const { status, text } = await send({ reason: ' ' });
    expect(status).to.equal(422);
    expect(text).to.contain('<a href="#reason">');
    expect(await web.services.awards.countOpenReviews('micro-credential-1')).to.equal(3);
    expect((await teacher.post('roster/left', { reason: 'x', until: 'never' })).status).to.equal(400);
    const learner = await web.learner();
    expect((await learner.post('roster/left', { reason: 'x' })).status).to.equal(403);
  });
});
