/** What one LMS family does otherwise than another. Every "if it is Moodle" of the product asks here. */
import type { LmsFamily, Platform } from '../platform.js';
import type { LmsRecords } from './lms-records.js';

export interface LmsDifferences {
  family: LmsFamily;
  /** The name people know it by. */
  label: string;
  /** True when `memberships?rlid=` lists only those whom the activity's restrictions (grade conditions too) let in. */
  rosterObeysRestrictions: boolean;
  /** True when the roster lists people who teach without editing rights as learners; a launch tells them apart. */
  rosterListsTutorsAsLearners: boolean;
  /** True when paging with `limit` may be asked of line items and results (Moodle's Link header is broken). */
  pagesGradeServices: boolean;
  /** True when the LMS offers platform storage for launches without cookies. */
  offersPlatformStorage: boolean;
  /** True when issuer, login, token and key-set addresses are all on one site. */
  addressesOnIssuerSite: boolean;
  /** Origins its pages are on beyond those of its addresses (CSP host sources): they may frame the course pages. */
  pageOrigins: readonly string[];
  /** The functions of its web services that Acquis asks with a token; undefined where it asks none. */
  records?: LmsRecords;
  /** The number of a column in the gradebook, where the address of its line item tells it. */
  columnOfLineItem?: (lineItemUrl: string) => string | undefined;
  /** The page of a course, where an LTI context id leads to it. */
  courseAddress?: (platform: Platform, contextId: string) => string | undefined;
  /** The words that the LMS's own English pages have beside the tool's addresses. */
  fieldWords: { login: string; launch: string; keySet: string };
}
