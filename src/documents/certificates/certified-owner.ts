/**
 * Whose signature it is, as its certificate says, and who says so. Organisations alone: the name of a person is not read.
 * https://www.etsi.org/deliver/etsi_en/319400_319499/31941203/ (certificates of legal persons)
 */
import type { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { isSelfMade } from './certificate-chain.js';

export interface CertifiedOwner {
  organisation?: string;
  /** organizationIdentifier, such as VATBE-0123456789. */
  identifier?: string;
  /** Two letters. */
  country?: string;
  /** The organisation that made the certificate, as it says. */
  certifiedBy?: string;
  isSelfMade: boolean;
}

/** A name that is given several times is none: readers would choose differently. */
const name = z.string().optional().catch(undefined);
const nameShape = z.looseObject({ O: name, CN: name, C: name, organizationIdentifier: name });

export function certifiedOwner(certificate: X509Certificate): CertifiedOwner {
  // the names as text would have to be taken apart again, where a value may look like another line
  const { subject, issuer } = certificate.toLegacyObject();
  const [owner, maker] = [nameShape.parse({ ...subject }), nameShape.parse({ ...issuer })];
  return {
    organisation: owner.O,
    identifier: owner.organizationIdentifier,
    country: owner.C,
    certifiedBy: maker.O ?? maker.CN,
    isSelfMade: isSelfMade(certificate),
  };
}
