import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { readable, startCourse, type CourseWeb, type Person } from './course-web.js';

const rule: AwardRule = {
  kind: 'all',
  of: [{ kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 }, { kind: 'examiner-confirmation' }],
};
const awardId = 'award-0000000000000001';

describe('the list of a large class', () => {
  let web: CourseWeb;
  let teacher: Person;

  beforeEach(async () => {
    const learners = Array.from({ length: 118 }, (_, n) => aRosterMember(`learner-${n}`));
    web = await startCourse({
      microCredential: aMicroCredential({ versions: [aVersion({ rule })] }),
      awards: [anIssuedAward({ id: awardId, subject: 'learner-7' })],
      services: {
        lms: scriptedLms({
          roster: [...learners, aRosterMember('formula', { name: '=HYPERLINK("https://evil.example")' })],
          lineItem: { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' },
          results: [
            { subject: 'learner-3', score: 15, maximum: 20 },
            { subject: 'formula', score: 2, maximum: 20 },
          ],
        }),
      },
    });
    teacher = await web.teacher();
  });
  afterEach(() => web.close());

  const namesIn = (text: string): string[] =>
    [...text.matchAll(/<li class="roster-row">\s*<h2>([^<]*)/g)].map(([, name = '']) => name);
  const linkIn = (text: string, rel: string): string =>
    (new RegExp(`rel="${rel}" href="[^"]*/roster\\?([^"]*)"`).exec(text)?.[1] ?? '').replace(
      /&(amp|#x3D);/g,
      (_, name) => (name === 'amp' ? '&' : '='),
    );

  it('its pages, when they are turned, show everybody once, fifty at a time', async () => {
    const first = (await teacher.get('roster')).text;
    expect(readable(first)).to.contain('119 learners, page 1 of 3.');
    const second = (await teacher.get(`roster?${linkIn(first, 'next')}`)).text;
    const third = (await teacher.get(`roster?${linkIn(second, 'next')}`)).text;
    const pages = [first, second, third].map(namesIn);
    expect(pages.map(({ length }) => length)).to.deep.equal([50, 50, 19]);
    expect(new Set(pages.flat()).size).to.equal(119);
    expect(third).not.to.contain('rel="next"');
    expect(namesIn((await teacher.get(`roster?${linkIn(third, 'prev')}`)).text)).to.deep.equal(pages[1]);
  });

  it('who is closest, when it is asked for, comes first, and the page says how many are one step away', async () => {
    const { text } = await teacher.get('roster?order=closest');
    expect(namesIn(text)[0]).to.equal('Name of learner-3');
    expect(readable(text)).to.contain('1 learner is one step away: a single requirement is missing.');
  });

  it('a search, when it finds somebody on another page, shows that one and the way back to everybody', async () => {
    const { text } = await teacher.get('roster?search=LEARNER-117');
    expect(namesIn(text)).to.deep.equal(['Name of learner-117']);
    expect(readable(text)).to.contain('1 learner shown. Show everybody');
    expect(text).to.contain('value="LEARNER-117"');
  });

  it('a search, when it finds nobody, says so', async () => {
    expect(readable((await teacher.get('roster?search=nobody')).text)).to.contain(
      'No learner fits what you are looking for.',
    );
  });

  it('an address, when it asks for nonsense, is the usual list', async () => {
    const { status, text } = await teacher.get('roster?page=-1&order=x&state=y&search[a]=b');
    expect(status).to.equal(200);
    expect(namesIn(text)).to.have.length(50);
  });

  it('a decision, when it is taken on a page of a search, leads back to it', async () => {
    const answer = await teacher.post('roster/confirm', {
      subject: 'learner-3',
      version: '1',
      confirmed: 'yes',
      reason: 'Passed',
      view: 'search=learner-3&order=closest',
    });
    expect(answer.headers.get('location')).to.match(
      /roster\?search=learner-3&order=closest&done=confirmed&who=learner-3$/,
    );
  });

  it('a decision without a reason, when its row is on another page, comes back with that row', async () => {
    const { status, text } = await teacher.post('roster/confirm', {
      subject: 'learner-99',
      version: '1',
      confirmed: 'yes',
      reason: '',
      view: '',
    });
    expect(status).to.equal(422);
    expect(namesIn(text)).to.have.length(51).and.to.contain('Name of learner-99');
  });

  it('the file, when it is downloaded, has everybody who was looked for, and nothing that a spreadsheet would run', async () => {
    const all = await teacher.get('roster/learners.csv');
    expect(all.headers.get('content-type')).to.match(/^text\/csv; charset=utf-8/);
    expect(all.headers.get('content-disposition')).to.equal('attachment; filename=learners.csv');
    expect(all.headers.get('cache-control')).to.equal('no-store');
    const lines = all.text.trim().split('\r\n');
    expect(lines[0]).to.match(
      /^\uFEFF?Name,E-mail address,Id in the LMS,State,What is missing,Steps to go,Offered on/,
    );
    expect(lines).to.have.length(120);
    expect(lines.find((line) => line.includes(',learner-7,')))
      .to.contain('Claimed')
      .and.contain(awardId);
    expect(lines.find((line) => line.includes('evil'))).to.match(/^"'=HYPERLINK/);
    const some = await teacher.get('roster/learners.csv?search=learner-3&order=closest');
    const closest = some.text.trim().split('\r\n')[1];
    expect(closest).to.match(/,learner-3,.*,1,/);
    expect(closest).not.to.contain('15 of 20');
  });

  it('the file, when a learner asks for it, is refused', async () => {
    expect((await (await web.learner()).get('roster/learners.csv')).status).to.equal(403);
  });
});
