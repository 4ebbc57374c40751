/**
 * A page of a roster, as strict as the standard and as tolerant as real LMSs need: Moodle writes short role names, leaves names
 * out where it may not tell them, Canvas sends null. https://www.imsglobal.org/spec/lti-nrps/v2p0#membership-container-media-type
 */
import { z } from 'zod';
import type { RosterMember } from '../../domain/courses/lms-course.js';
import { personName } from '../person-name.js';
import { rolesFrom } from '../roles.js';
import { personId } from './person-id.js';

export const rosterType = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

/** As long as a launch may tell it. */
const text = z.string().max(2048).optional().catch(undefined);
const member = z.object({
  user_id: personId,
  /** Active when it is not told; Inactive and Deleted are not active. */
  status: z.string().nullish().catch('unknown'),
  roles: z.array(z.string()).catch([]),
  name: text,
  given_name: text,
  family_name: text,
  email: z.email().max(254).optional().catch(undefined),
});

/** A member without an id, or with one that no launch may have, is nobody we could ever meet: left out. */
const container = z.object({ members: z.array(z.unknown()) });

/** Undefined when it is no page of a roster. */
export function rosterPage(json: unknown): RosterMember[] | undefined {
  const page = container.safeParse(json);
  if (!page.success) return undefined;
  return page.data.members.flatMap((entry) => {
    const read = member.safeParse(entry);
    return read.success ? [memberOf(read.data)] : [];
  });
}

function memberOf(told: z.infer<typeof member>): RosterMember {
  return {
    subject: told.user_id,
    name: personName(told),
    email: told.email,
    roles: rolesFrom(told.roles),
    active: (told.status ?? 'active').toLowerCase() === 'active',
  };
}

/** One entry for each person: pages overlap when somebody enrols while they are read, and some LMSs list each role apart. */
export function onePerPerson(members: readonly RosterMember[]): RosterMember[] {
  const people = new Map<string, RosterMember>();
  for (const one of members) {
    const known = people.get(one.subject);
    people.set(one.subject, known ? together(known, one) : one);
  }
  return [...people.values()];
}

function together(a: RosterMember, b: RosterMember): RosterMember {
  // an inactive entry gives no role beside an active one
  if (a.active !== b.active) return a.active ? a : b;
  return {
    ...a,
    name: a.name ?? b.name,
    email: a.email ?? b.email,
    roles: {
      teaches: a.roles.teaches || b.roles.teaches,
      learns: a.roles.learns || b.roles.learns,
      administers: a.roles.administers || b.roles.administers,
    },
  };
}
