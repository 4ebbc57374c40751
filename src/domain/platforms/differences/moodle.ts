/** Moodle 4.5, observed. A restricted activity's `rlid` lists those whom the restriction lets in, and those whom none keeps out; AGS paging is broken. */
import type { LmsDifferences } from './lms-differences.js';
import { moodleRecords } from './moodle-records.js';

export const moodle: LmsDifferences = {
  family: 'moodle',
  label: 'Moodle',
  rosterObeysRestrictions: true,
  rosterListsTutorsAsLearners: true,
  pagesGradeServices: false,
  offersPlatformStorage: false,
  addressesOnIssuerSite: true,
  pageOrigins: [],
  records: moodleRecords,
  // AGS and the web services number grade items alike
  columnOfLineItem: (lineItemUrl) => /\/lineitems\/(\d+)\/lineitem(?:\?|$)/.exec(lineItemUrl)?.[1],
  courseAddress: ({ issuer }, contextId) =>
    /^\d+$/.test(contextId) ? `${issuer}/course/view.php?id=${contextId}` : undefined,
  fieldWords: { login: 'Initiate login URL', launch: 'Redirection URI(s)', keySet: 'Public keyset' },
};
