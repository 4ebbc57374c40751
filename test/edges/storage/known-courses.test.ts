import { expect } from 'chai';
import type { CourseSighting, CourseStore } from '../../../src/domain/courses/course-store.js';
import type { Course } from '../../../src/domain/courses/course.js';
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
    let [seen, read] = [0, 0];
    const readById = (id: string): Promise<Course | undefined> => ((read += 1), store.byId(id));
    const counted: CourseStore = {
      ...store,
      see: (sighting) => ((seen += 1), store.see(sighting)),
      byId: readById,
    };
    return {
      ...knownCourses(counted, () => now),
      store,
      counted,
      readById,
      seen: () => seen,
      read: () => read,
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

  it('a course, read by its id after a launch, is answered without the database for five seconds and no longer', async () => {
    const { courses, known: asked, read, after } = known();
    const course = await courses.see(aSighting());
    for (const ms of [1_000, 2_000, keptMilliseconds - 1]) {
      after(ms);
      expect(await asked.byId(course.id)).to.deep.equal(course);
    }
    expect(read()).to.equal(0);
    after(keptMilliseconds);
    await asked.byId(course.id);
    expect(read()).to.equal(1);
    expect(await asked.byId('nobody')).to.equal(undefined);
  });

  it('a course that is read while a launch tells of it, asked for afterwards, is read anew', async () => {
    const { courses, known: asked, counted, readById, read, store } = known();
    const old = await store.see(aSighting());
    let answer: () => void = () => undefined;
    counted.byId = () => new Promise((resolve) => (answer = () => resolve(old)));
    const slow = asked.byId(old.id);
    await courses.see(aSighting({ title: 'Data Literacy II' }));
    answer();
    await slow;
    counted.byId = readById;
    expect((await asked.byId(old.id))?.title).to.equal('Data Literacy II');
    expect(read()).to.equal(1);
  });

  it('two courses of one id on two platforms, seen, are two', async () => {
    const { courses } = known();
    await courses.see(aSighting());
    const other = await courses.see(aSighting({ id: 'course-2', platformId: 'platform-2' }));
    expect(other.id).to.equal('course-2');
  });
});
