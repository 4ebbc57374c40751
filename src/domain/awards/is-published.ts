/** Which awards the world may see: issued ones, and revoked ones that had been issued. An unclaimed offer does not exist for it. */
import type { Award, IssuedDocuments, Recipient, StatusPlace } from './award.js';

/** An award as it is from its issue on. */
export type PublishedAward = Award & {
  issuedAt: Date;
  recipient: Recipient;
  statusPlace: StatusPlace;
  documents: IssuedDocuments;
};

export function isPublished(award: Award): award is PublishedAward {
  return (
    award.state !== 'offered' &&
    !!award.issuedAt &&
    !!award.recipient &&
    !!award.statusPlace &&
    !!award.documents
  );
}
