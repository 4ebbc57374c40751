import { expect } from 'chai';
import type { CourseSighting } from '../../../src/domain/courses/course-store.js';
import { randomId } from '../../../src/shared/ids.js';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { atOnce, type Replicas } from './replicas.js';

export function courseStoreContract(replicas: () => Replicas): void {
  describe('CourseStore', () => {
    const at = new Date('2026-11-20T08:00:00Z');
    const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
    const aSighting = (overrides: Partial<CourseSighting> = {}): CourseSighting => ({
      id: randomId(),
      platformId: 'platform-1',
      deploymentId: '1',
      institutionId: 'institution-1',
      contextId: randomId(),
      title: 'Data Literacy',
      label: '',
      membershipsUrl: 'https://moodle.example.org/memberships?type=all',
      gradeScopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly'],
      link: { id: 'link-1', title: 'Claim your badge' },
      locale: undefined,
      at,
      ...overrides,
    });

    it('a course, seen for the first time, is made as the launch told', async () => {
      const sighting = aSighting();
      const course = await replicas().one.courses.see(sighting);
      expect(course).to.deep.equal({
        id: sighting.id,
        platformId: 'platform-1',
        deploymentId: '1',
        institutionId: 'institution-1',
        contextId: sighting.contextId,
        title: 'Data Literacy',
        label: '',
        membershipsUrl: 'https://moodle.example.org/memberships?type=all',
        gradeScopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly'],
        links: [{ id: 'link-1', title: 'Claim your badge' }],
        createdAt: at,
        lastLaunchAt: at,
      });
      expect(await replicas().two.courses.byId(sighting.id)).to.deep.equal(course);
    });

    it('a course, seen by twenty launches at once, is one course with every link', async () => {
      const contextId = randomId();
      const seen = await atOnce(replicas(), 20, ({ courses }, n) =>
        courses.see(aSighting({ contextId, link: { id: `link.${n % 4}$`, title: `Link ${n % 4}` } })),
      );
      expect(new Set(seen.map(({ id }) => id)).size).to.equal(1);
      const course = await replicas().one.courses.byId(seen[0]?.id ?? '');
      expect(course?.links.map(({ id }) => id)).to.have.members(['link.0$', 'link.1$', 'link.2$', 'link.3$']);
    });

    it('a course, seen again with news, is refreshed; what is no longer told is gone', async () => {
      const sighting = aSighting();
      await replicas().one.courses.see(sighting);
      const course = await replicas().one.courses.see({
        ...sighting,
        id: randomId(),
        title: 'New title',
        membershipsUrl: undefined,
        link: { id: 'link-1', title: 'Renamed', lineItemUrl: 'https://moodle.example.org/lineitems/1' },
        at: later(2),
      });
      expect(course).to.deep.include({
        id: sighting.id,
        title: 'New title',
        createdAt: at,
        lastLaunchAt: later(2),
        links: [{ id: 'link-1', title: 'Renamed', lineItemUrl: 'https://moodle.example.org/lineitems/1' }],
      });
      expect(course).not.to.have.property('membershipsUrl');
    });

    it('a course, seen again at once with news, is refreshed although a minute is not over', async () => {
      const sighting = aSighting();
      await replicas().one.courses.see(sighting);
      for (const news of [
        { membershipsUrl: undefined },
        { title: 'Other' },
        { locale: 'fr' },
        { gradeScopes: [] },
        { link: { id: 'link-2', title: 'Second' } },
      ]) {
        const seen = await replicas().two.courses.see({ ...sighting, ...news });
        const { link, ...fields } = news as Partial<CourseSighting>;
        for (const [field, value] of Object.entries(fields)) {
          expect(seen[field as keyof typeof seen]).to.deep.equal(value);
        }
        if (link) expect(seen.links).to.deep.include(link);
      }
    });

    it('courses of two deployments, with one context id, are two courses', async () => {
      const [one, other] = [aSighting(), aSighting({ deploymentId: '2' })];
      await replicas().one.courses.see(one);
      const seen = await replicas().one.courses.see({ ...other, contextId: one.contextId });
      expect(seen.id).to.equal(other.id);
    });

    it('the course opened last, asked for, is the one of that platform with the newest launch', async () => {
      const { one, two } = replicas();
      const platformId = randomId();
      expect(await two.courses.openedLast(platformId)).to.equal(undefined);
      const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 20, 9, minute));
      await one.courses.see(aSighting({ platformId, contextId: '1', at: at(1) }));
      const newest = await one.courses.see(aSighting({ platformId, contextId: '2', at: at(5) }));
      await one.courses.see(aSighting({ platformId, contextId: '3', at: at(3) }));
      await one.courses.see(aSighting({ contextId: '4', at: at(9) }));
      expect((await two.courses.openedLast(platformId))?.id).to.equal(newest.id);
    });

    it('the courses of a context, asked for, are those of its platform alone, one for each deployment', async () => {
      const { one, two } = replicas();
      const platformId = randomId();
      const courses = await Promise.all(
        ['a', 'b'].map((deploymentId) =>
          one.courses.see(aSighting({ id: randomId(), platformId, deploymentId, contextId: '7' })),
        ),
      );
      await one.courses.see(aSighting({ platformId, contextId: '8' }));
      await one.courses.see(aSighting({ id: randomId(), platformId: randomId(), contextId: '7' }));
      const found = await two.courses.ofContext(platformId, '7');
      expect(found.map(({ id }) => id)).to.have.members(courses.map(({ id }) => id));
    });

    it('a member, seen as a teacher once, has taught for ever, whoever they launch as later', async () => {
      const courseId = randomId();
      const person = { subject: 'a.b$c', name: 'Tess', email: undefined };
      const { courses } = replicas().one;
      await courses.seeMember(courseId, person, asLearner, 'link-1', at);
      expect(await courses.member(courseId, 'a.b$c')).to.deep.include({
        everTaught: false,
        roles: asLearner,
      });
      await courses.seeMember(courseId, person, asTeacher, 'link-1', at);
      await courses.seeMember(courseId, person, asLearner, 'link-2', later(1));
      expect(await replicas().two.courses.member(courseId, 'a.b$c')).to.deep.equal({
        courseId,
        person: { subject: 'a.b$c', name: 'Tess' },
        roles: asLearner,
        everTaught: true,
        launches: [
          { linkId: 'link-1', at },
          { linkId: 'link-2', at: later(1) },
        ],
      });
    });

    it('a member, whose older launch is stored after a newer one, stays as the newer one told', async () => {
      const courseId = randomId();
      const { one, two } = replicas();
      const gone = { ...asLearner, learns: false };
      await one.courses.seeMember(courseId, { subject: 'ada', name: 'Zoe' }, asLearner, 'link-1', at);
      await one.courses.seeMember(courseId, { subject: 'ada', name: 'Ada' }, gone, 'link-1', later(2));
      await two.courses.seeMember(courseId, { subject: 'ada', name: 'Zoe' }, asLearner, 'link-1', later(1));
      await two.courses.seeMember(courseId, { subject: 'ada', name: 'Zoe' }, asLearner, 'link-2', later(1));
      expect(await one.courses.member(courseId, 'ada')).to.deep.equal({
        courseId,
        person: { subject: 'ada', name: 'Ada' },
        roles: gone,
        everTaught: false,
        launches: [
          { linkId: 'link-1', at: later(2) },
          { linkId: 'link-2', at: later(1) },
        ],
      });
    });

    it('a member, seen in twenty launches at once, is one member with every launch', async () => {
      const courseId = randomId();
      await atOnce(replicas(), 20, ({ courses }, n) =>
        courses.seeMember(
          courseId,
          { subject: 'learner-1' },
          n === 7 ? asTeacher : asLearner,
          `link-${n % 5}`,
          at,
        ),
      );
      const members = await replicas().one.courses.members(courseId);
      expect(members).to.have.length(1);
      expect(members[0]?.everTaught).to.equal(true);
      expect(members[0]?.launches).to.have.length(5);
      expect(await replicas().one.courses.member(courseId, 'nobody')).to.equal(undefined);
    });
  });
}
