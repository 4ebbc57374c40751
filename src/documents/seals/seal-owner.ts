/** An organisation that may seal: one that its certificate names in full. https://www.etsi.org/deliver/etsi_en/319400_319499/31941203/ clause 4.2.1 */
import type { X509Certificate } from 'node:crypto';
import { certifiedOwner } from '../certificates/certified-owner.js';

export interface SealOwner {
  organisation: string;
  /** organizationIdentifier, such as VATBE-0123456789. */
  identifier: string;
  /** ISO 3166-1 alpha-2, upper case. */
  country: string;
}

/** Undefined: it is no certificate of an organisation for seals, but of a person or a server. */
export function sealOwner(certificate: X509Certificate): SealOwner | undefined {
  const { organisation, identifier, country } = certifiedOwner(certificate);
  const isWhole = organisation && identifier && country && /^[A-Z]{2}$/.test(country);
  return isWhole ? { organisation, identifier, country } : undefined;
}

export const isSameOwner = (one: SealOwner, other: SealOwner): boolean =>
  one.organisation === other.organisation &&
  one.identifier === other.identifier &&
  one.country === other.country;
