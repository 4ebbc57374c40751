/** Makes and signs everything that is issued for an award at claim. Writes nothing. */
import { addresses } from '../../documents/addresses.js';
import type { CredentialContent } from '../../documents/credential-content.js';
import { identityHash } from '../../documents/identity/identity-hash.js';
import { hostedAssertion, signedAssertion } from '../../documents/open-badge-2/assertion.js';
import { achievementCredential } from '../../documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../../documents/proofs/sign-data-integrity.js';
import { signJws } from '../../documents/proofs/sign-jws.js';
import { signJwt } from '../../documents/proofs/sign-jwt.js';
import { carriedEndorsements } from '../endorsements/carried-endorsements.js';
import type { EndorsementStore } from '../endorsements/endorsement-store.js';
import type { Institution } from '../institutions/institution.js';
import type { SigningKeys } from '../institutions/signing-keys.js';
import type { PublishedVersion } from '../micro-credentials/micro-credential.js';
import { achievementContent } from './achievement-content.js';
import type { Issue } from './award-store.js';
import type { Award, IssuedDocuments, Recipient } from './award.js';
import { integritySigner, rsaSigner } from './institution-signers.js';
import { correctionContent, evidenceContent } from './narratives.js';

export interface MakeDocumentsInput {
  award: Award;
  institution: Institution;
  version: PublishedVersion;
  issue: Omit<Issue, 'documents' | 'signedWith' | 'claimBasis'>;
}

/** What of an issue stands in documents. */
type SaidOfIssue = Pick<Issue, 'issuedAt' | 'expiresAt' | 'grade' | 'outcomeGrades' | 'statusPlace'> & {
  recipient: Recipient;
};

/** @throws Problem key-missing, key-unreadable, document-invalid */
export async function makeDocuments(
  deps: { keys: SigningKeys; endorsements: EndorsementStore; base: string },
  input: MakeDocumentsInput,
): Promise<IssuedDocuments> {
  const { institutionId } = input.award;
  const endorsements = await carriedEndorsements(deps, input.award, input.issue.issuedAt);
  const content = { ...credentialContent(deps.base, input), endorsements };
  const credential = achievementCredential(content);
  const [integrity, rsa] = await Promise.all([
    integritySigner(deps, institutionId),
    rsaSigner(deps, institutionId),
  ]);
  const [embedded, jwt, jws] = await Promise.all([
    signDataIntegrity(integrity, credential, content.validFrom),
    signJwt(rsa, credential),
    signJws(rsa.sign, signedAssertion(content, rsa)),
  ]);
  return {
    openBadge3: JSON.stringify(embedded),
    openBadge3Jwt: jwt,
    openBadge2: JSON.stringify(hostedAssertion(content)),
    openBadge2Signed: jws,
  };
}

/** What the documents say of this award: the recipient by salted hashes alone. */
export function credentialContent(
  base: string,
  input: Omit<MakeDocumentsInput, 'issue'> & { issue: SaidOfIssue },
): CredentialContent {
  const { award, issue, institution, version } = input;
  const { recipient, grade, outcomeGrades } = issue;
  const { microCredentialId } = award;
  return {
    ...achievementContent({ base, institution, microCredentialId, version }),
    awardId: award.id,
    recipient: {
      subjectId: recipient.subjectId,
      // holders type their address in any case; the hash is over small letters
      emailHash: identityHash(recipient.email.toLowerCase(), recipient.emailSalt),
      emailSalt: recipient.emailSalt,
      nameHash: identityHash(recipient.name, recipient.nameSalt),
      nameSalt: recipient.nameSalt,
    },
    evidence: [
      ...evidenceContent(award.basis, version.definition),
      ...(award.correction ? [correctionContent(base, award.correction, version.definition.language)] : []),
    ],
    grade: grade && { value: grade.score, maximum: grade.maximum },
    outcomeGrades: outcomeGrades?.map(({ outcomeId, score, maximum }) => ({
      outcomeId,
      value: score,
      maximum,
    })),
    validFrom: issue.issuedAt,
    validUntil: issue.expiresAt,
    awardedOn: award.correction?.firstIssuedAt,
    status: { listUrl: addresses(base).statusList(issue.statusPlace.listId), index: issue.statusPlace.index },
  };
}
