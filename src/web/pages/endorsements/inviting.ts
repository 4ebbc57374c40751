/** Who invites, and to what: what the pages of a teacher and of an administrator differ in. */
import type { EndorsedThing } from '../../../domain/endorsements/endorsement.js';
import type { Scope } from '../../../domain/invitations/endorsements-in-scope.js';

export interface Inviting {
  scope: Scope;
  /** What a new invitation is about; undefined while nothing is published. */
  about?: EndorsedThing;
  courseId?: string;
  by: string;
  /** Of the list, as the browser sees it. */
  path: string;
  back: { href: string; text: string };
}
