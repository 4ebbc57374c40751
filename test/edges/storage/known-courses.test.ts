import { expect } from 'chai';
import type { CourseSighting } from '../../../src/domain/courses/course-store.js';
import { keptMilliseconds } from '../../../src/edges/storage/kept-for.js';
import { knownCourses } from '../../../src/edges/storage/known-courses.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';

describe('knownCourses', () => {
  const start = new Date('2026-11-26T10:00:00Z');
  const aSighting = (changes: Partial<CourseSighting> = {}): CourseSighting => ({
    id: 'course-1',
    platformId: 'platform-1',
    deploymentId: '1',
    institutionId: 'institution-1',
    contextId: '2',
    title: 'Data Literacy',
    label: 'DL',
    gradeScopes: [],
    link: { id: 'link-1', title: 'Claim' },
    at: start,
    ...changes,
  });

  function known() {
    const store = memoryCourses();
    let now = start;
    let seen = 0;
    const counted = { ...store, see: (sighting: CourseSighting) => ((seen += 1), store.see(sighting)) };
    return {
      courses: knownCourses(counted, () => now),
      seen: () => seen,
      after: (ms: number) => (now = new Date(start.getTime() + ms)),
    };
  }

  it('a course, seen again within five seconds with nothing new, is answered without the database', async () => {
    const { courses, seen, after } = known();
    const first = await courses.see(aSighting());
    after(keptMilliseconds - 1);
    expect(await courses.see(aSighting({ id: 'other' }))).to.deep.equal(first);
    expect(seen()).to.equal(1);
    after(keptMilliseconds);
    await courses.see(aSighting());
    expect(seen()).to.equal(2);
  });

  for (const [what, changes] of [
    ['a new title', { title: 'Data Literacy II' }],
    ['another link', { link: { id: 'link-2', title: 'Claim' } }],
    ['another name of the link', { link: { id: 'link-1', title: 'Claim here' } }],
    ['a roster address', { membershipsUrl: 'https://lms.example.org/members' }],
    ['a launch a minute later', { at: new Date(start.getTime() + 60_000) }],
  ] as const) {
    it(`a course, seen again with ${what}, is told to the database`, async () => {
      const { courses, seen } = known();
      await courses.see(aSighting());
      await courses.see(aSighting(changes));
      expect(seen()).to.equal(2);
    });
  }

  it('two courses of one id on two platforms, seen, are two', async () => {
    const { courses } = known();
    await courses.see(aSighting());
    const other = await courses.see(aSighting({ id: 'course-2', platformId: 'platform-2' }));
    expect(other.id).to.equal('course-2');
  });
});
