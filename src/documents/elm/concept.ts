/**
 * Entries of the Union's controlled lists. The shapes look at the list of an entry (`inScheme`), and Europass looks for the
 * entry in the list. https://op.europa.eu/en/web/eu-vocabularies
 */
import type { DraftObject } from '../json/signable.js';

/** Addresses of the lists. */
export const schemes = {
  assessmentType: 'http://data.europa.eu/snb/assessment/25831c2',
  country: 'http://publications.europa.eu/resource/authority/country',
  credential: 'http://data.europa.eu/snb/credential/25831c2',
  creditFramework: 'http://data.europa.eu/snb/education-credit/25831c2',
  encoding: 'http://data.europa.eu/snb/encoding/25831c2',
  eqf: 'http://data.europa.eu/snb/eqf/25831c2',
  escoSkill: 'http://data.europa.eu/esco/concept-scheme/skills',
  evidenceType: 'http://data.europa.eu/snb/evidence-type/25831c2',
  fieldOfStudy: 'http://data.europa.eu/snb/isced-f/25831c2',
  fileType: 'http://publications.europa.eu/resource/authority/file-type',
  language: 'http://publications.europa.eu/resource/authority/language',
  learningOpportunity: 'http://data.europa.eu/snb/learning-opportunity/25831c2',
  mode: 'http://data.europa.eu/snb/learning-assessment/25831c2',
  supervision: 'http://data.europa.eu/snb/supervision-verification/25831c2',
} as const;

/** @param scheme address of the list; absent for an entry of a list that has no address */
export function concept(id: string, label: DraftObject | undefined, scheme?: string): DraftObject {
  return {
    id,
    type: 'Concept',
    inScheme: scheme && { id: scheme, type: 'ConceptScheme' },
    prefLabel: label,
  };
}
