/** What names an offer before it is made, and afterwards: a learner has one of each version. */
export interface OfferSubject {
  microCredentialId: string;
  version: number;
  courseId: string;
  platformId: string;
  /** LTI sub of the learner on that platform. */
  subject: string;
}
