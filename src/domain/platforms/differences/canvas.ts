/** Canvas, from its source and documents. An assignment's `rlid` obeys "Assign to" only, never grades. */
import { canvasRecords } from './canvas-records.js';
import type { LmsDifferences } from './lms-differences.js';

export const canvas: LmsDifferences = {
  family: 'canvas',
  label: 'Canvas',
  rosterObeysRestrictions: false,
  rosterListsTutorsAsLearners: false,
  pagesGradeServices: true,
  offersPlatformStorage: true,
  addressesOnIssuerSite: false,
  // The cloud logs in at sso.canvaslms.com, while the course is on <school>.instructure.com.
  pageOrigins: ['https://*.instructure.com'],
  records: canvasRecords,
  fieldWords: { login: 'OpenID Connect Initiation Url', launch: 'Redirect URIs', keySet: 'Public JWK URL' },
};
