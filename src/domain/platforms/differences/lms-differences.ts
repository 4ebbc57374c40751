/** What one LMS family does otherwise than another. Every "if it is Moodle" of the product asks here. */
import type { LmsFamily } from '../platform.js';

export interface LmsDifferences {
  family: LmsFamily;
  /** The name people know it by. */
  label: string;
  /** True when `memberships?rlid=` lists only those whom the activity's restrictions (grade conditions too) let in. */
  rosterObeysRestrictions: boolean;
  /** True when paging with `limit` may be asked of line items and results (Moodle's Link header is broken). */
  pagesGradeServices: boolean;
  /** True when line-item requests must not send an Accept header of any other type. */
  offersPlatformStorage: boolean;
  /** The words the LMS itself uses beside the tool's addresses (i18n keys below lms.<family>.). */
  fieldWords: { login: string; launch: string; keySet: string };
}
