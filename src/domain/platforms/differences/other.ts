/** Any other LMS: nothing beyond the standard is taken for granted. */
import type { LmsDifferences } from './lms-differences.js';

export const other: LmsDifferences = {
  family: 'other',
  label: 'LMS',
  rosterObeysRestrictions: false,
  rosterListsTutorsAsLearners: false,
  pagesGradeServices: true,
  offersPlatformStorage: false,
  addressesOnIssuerSite: false,
  pageOrigins: [],
  fieldWords: { login: 'Login initiation URL', launch: 'Redirect URI', keySet: 'JWKS URL' },
};
