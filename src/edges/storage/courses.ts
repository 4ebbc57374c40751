/**
 * Courses and their members in the database. Links and launches lie under the hash of their link id, so that one launch changes
 * its own entry and nothing else. A launch that tells nothing new writes to the course once a minute at most: a whole class may
 * launch at the same moment.
 */
import type { Connection } from 'mongoose';
import type { CourseMember, CourseStore } from '../../domain/courses/course-store.js';
import type { Course, ResourceLink } from '../../domain/courses/course.js';
import { tellsNothingNew, toldBy } from '../../domain/courses/tells-nothing-new.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { keyOf } from './key-of.js';

type StoredCourse = Omit<Course, 'links'> & { links: Record<string, ResourceLink> };
type StoredMember = Omit<CourseMember, 'launches'> & {
  id: string;
  launches: Record<string, { linkId: string; at: Date }>;
  /** As the newest launch told; its time comes first, for the database compares it first. Older members have none. */
  newest?: { at: Date } & Pick<CourseMember, 'person' | 'roles'>;
};

const courseFields: FieldsOf<StoredCourse> = {
  platformId: String,
  deploymentId: String,
  institutionId: String,
  contextId: String,
  title: String,
  label: String,
  membershipsUrl: String,
  lineItemsUrl: String,
  gradeScopes: {},
  links: {},
  locale: String,
  createdAt: Date,
  lastLaunchAt: Date,
};
const memberFields: FieldsOf<StoredMember> = {
  courseId: String,
  person: {},
  roles: {},
  everTaught: Boolean,
  launches: {},
  newest: {},
};

const courseCollection: CollectionDeclaration = {
  name: 'courses',
  fields: courseFields,
  indexes: [
    { fields: { platformId: 1, deploymentId: 1, contextId: 1 }, options: { unique: true } },
    { fields: { platformId: 1, contextId: 1 } },
  ],
};
/** `_id` is made of course and subject. */
const memberCollection: CollectionDeclaration = {
  name: 'course_members',
  fields: memberFields,
  indexes: [{ fields: { courseId: 1 } }],
};

export const courseCollections = [courseCollection, memberCollection];

export function openCourses(connection: Connection): CourseStore {
  const courses = openCollection<StoredCourse>(connection, courseCollection);
  const members = openCollection<StoredMember>(connection, memberCollection);
  return {
    async see(sighting) {
      const { platformId, deploymentId, contextId } = sighting;
      const unique = { platformId, deploymentId, contextId };
      const known = await courses.findOne(unique);
      if (known && tellsNothingNew(toCourse(known), sighting)) return toCourse(known);
      const { id, link, at } = sighting;
      await courses.put(unique, {
        $set: { ...toldBy(sighting), [`links.${keyOf(link.id)}`]: withoutUndefined(link) },
        $max: { lastLaunchAt: at },
        $setOnInsert: { _id: id, createdAt: at },
      });
      return toCourse(await courses.get(unique));
    },
    async byId(id) {
      const found = await courses.findOne({ id });
      return found && toCourse(found);
    },
    ofContext: async (platformId, contextId) =>
      (await courses.find({ platformId, contextId }, { sort: { _id: 1 } })).map(toCourse),
    async openedLast(platformId) {
      const found = await courses.findOne({ platformId }, { sort: { lastLaunchAt: -1 } });
      return found && toCourse(found);
    },
    async seeMember(courseId, person, roles, linkId, at) {
      const link = keyOf(linkId);
      await members.put(
        { id: keyOf(courseId, person.subject) },
        {
          $set: { courseId, [`launches.${link}.linkId`]: linkId },
          // launches may come here in another order than they were made
          $max: {
            [`launches.${link}.at`]: at,
            newest: { at, person: withoutUndefined(person), roles },
            // false < true: once a teacher, always one
            everTaught: roles.teaches,
          },
        },
      );
    },
    async member(courseId, subject) {
      const found = await members.findOne({ id: keyOf(courseId, subject) });
      return found && toMember(found);
    },
    members: async (courseId) => (await members.find({ courseId }, { sort: { _id: 1 } })).map(toMember),
  };
}

function toCourse({ links, ...course }: StoredCourse): Course {
  return { ...course, links: Object.values(links) };
}

function toMember({ id: _id, launches, newest, ...member }: StoredMember): CourseMember {
  const { person, roles } = newest ?? member;
  return { ...member, person, roles, launches: Object.values(launches) };
}

const withoutUndefined = <T extends object>(fields: T): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
