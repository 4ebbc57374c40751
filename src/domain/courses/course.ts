/**
 * A course: an LTI context of one deployment, with the services and links that launches told of; kept so that work goes on
 * without anybody there. https://www.imsglobal.org/spec/lti/v1p3/#context-claim
 */
export interface Course {
  id: string;
  platformId: string;
  deploymentId: string;
  institutionId: string;
  /** The LMS's context id, verbatim. */
  contextId: string;
  title: string;
  label: string;
  /** NRPS address, verbatim from the claim (it may have a query); absent where the LMS offers none. */
  membershipsUrl?: string;
  /** AGS line items address. */
  lineItemsUrl?: string;
  /** AGS scopes granted. */
  gradeScopes: string[];
  links: ResourceLink[];
  /** BCP 47, as the last launch told it. */
  locale?: string;
  createdAt: Date;
  lastLaunchAt: Date;
}

export interface ResourceLink {
  id: string;
  title: string;
  /** The tool's own line item of this link, where the LMS bound exactly one. */
  lineItemUrl?: string;
}
