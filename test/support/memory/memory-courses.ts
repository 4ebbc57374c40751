/** Courses, their members and visits in memory: (platform, deployment, context) is unique. */
import type { CourseMember, CourseStore } from '../../../src/domain/courses/course-store.js';
import type { Course } from '../../../src/domain/courses/course.js';
import type { Visit, VisitStore } from '../../../src/domain/courses/visit.js';
import { Problem } from '../../../src/shared/problem.js';

export function memoryCourses(...initial: Course[]): CourseStore {
  const all = new Map(initial.map((course) => [course.id, structuredClone(course)]));
  const members = new Map<string, CourseMember>();
  return {
    see: async ({ link, at, ...sighting }) => {
      const known = [...all.values()].find(
        (one) =>
          one.platformId === sighting.platformId &&
          one.deploymentId === sighting.deploymentId &&
          one.contextId === sighting.contextId,
      );
      const links = [...(known?.links ?? []).filter((one) => one.id !== link.id), link];
      const id = known?.id ?? sighting.id;
      all.set(id, { ...sighting, id, links, createdAt: known?.createdAt ?? at, lastLaunchAt: at });
      return structuredClone(all.get(id) as Course);
    },
    byId: async (id) => structuredClone(all.get(id)),
    ofContext: async (platformId, contextId) =>
      structuredClone(
        [...all.values()].filter(
          (course) => course.platformId === platformId && course.contextId === contextId,
        ),
      ),
    openedLast: async (platformId) =>
      structuredClone(
        [...all.values()]
          .filter((course) => course.platformId === platformId)
          .sort((a, b) => b.lastLaunchAt.getTime() - a.lastLaunchAt.getTime())[0],
      ),
    seeMember: async (courseId, person, roles, linkId, at) => {
      const key = `${courseId} ${person.subject}`;
      const known = members.get(key);
      const launches = known?.launches ?? [];
      const newest = launches.every((one) => one.at <= at) ? { person, roles } : known;
      const [before] = launches.filter((one) => one.linkId === linkId && one.at > at);
      members.set(key, {
        courseId,
        person: newest?.person ?? person,
        roles: newest?.roles ?? roles,
        everTaught: (known?.everTaught ?? false) || roles.teaches,
        launches: [...launches.filter((one) => one.linkId !== linkId), before ?? { linkId, at }],
      });
    },
    member: async (courseId, subject) => structuredClone(members.get(`${courseId} ${subject}`)),
    members: async (courseId) =>
      structuredClone([...members.values()].filter((member) => member.courseId === courseId)),
  };
}

export function memoryVisits(...initial: Visit[]): VisitStore {
  const all = new Map(initial.map((visit) => [visit.id, visit]));
  return {
    add: async (visit) => {
      if (all.has(visit.id)) throw new Problem('duplicate');
      all.set(visit.id, structuredClone(visit));
    },
    byId: async (id, at) => {
      const visit = all.get(id);
      return visit && visit.expiresAt > at ? structuredClone(visit) : undefined;
    },
    endOfPlatform: async (platformId) => {
      const ended = [...all.values()].filter((visit) => visit.platformId === platformId);
      for (const visit of ended) all.delete(visit.id);
      return ended.length;
    },
  };
}
