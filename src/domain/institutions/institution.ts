/** An awarding body: the institution that answers for the award. Council Recommendation 2022/C 243/02, Annex I. */
import type { QualityAssurance } from './quality-assurance.js';

/** The schemes that the form asks for and the pages have words for. */
export const identifierSchemes = ['vat', 'national', 'deqar', 'ror', 'erasmus'] as const;

export interface LegalIdentifier {
  /** One of identifierSchemes, or another short name. */
  scheme: string;
  value: string;
}

export interface Institution {
  id: string;
  legalName: string;
  /** ISO 3166-1 alpha-2, upper case. */
  country: string;
  region?: string;
  url?: string;
  email?: string;
  identifiers: LegalIdentifier[];
  qualityAssurance: QualityAssurance;
  /** Only a body entitled to award ECTS may offer them (a higher-education institution). */
  mayAwardEcts: boolean;
  createdAt: Date;
  changedAt: Date;
}
