/** The published lists whose entries say by their address alone which element they tell. https://publications.europa.eu/en/web/eu-beginnings */
import type { TermName } from './terms.js';

/** What the addresses of a list's entries begin with. */
const beginnings: Partial<Record<TermName, string>> = {
  ECTS: 'http://data.europa.eu/snb/education-credit/',
  EQFLevel: 'http://data.europa.eu/snb/eqf/',
  AssessmentType: 'http://data.europa.eu/snb/assessment/',
  FormOfParticipation: 'http://data.europa.eu/snb/learning-assessment/',
};

export function isEntryOf(term: TermName, address: string): boolean {
  const start = beginnings[term];
  return start !== undefined && address.startsWith(start);
}
