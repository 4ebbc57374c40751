/** A launch whose token has been verified: what src/lti hands to the product. No token, no LTI library type in it. */
import type { CourseRoles } from './roles.js';
import type { Person } from './visit.js';

export interface Launch {
  /** 22 characters that cannot be guessed. One launch, brought again, has the same: it opens one visit. */
  id: string;
  platformId: string;
  deploymentId: string;
  institutionId: string;
  person: Person;
  roles: CourseRoles;
  context: { id: string; title: string; label: string };
  link: { id: string; title: string; lineItemUrl?: string };
  membershipsUrl?: string;
  lineItemsUrl?: string;
  gradeScopes: string[];
  locale?: string;
  returnUrl?: string;
}
