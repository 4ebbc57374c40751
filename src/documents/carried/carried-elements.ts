/**
 * What becomes of each element in each form of an award: the one table of what is lost where, shown to readers and held to the
 * made documents by a test. Council Recommendation 2022/C 243/02, Annex I: the numbers of its elements.
 */

/**
 * A form more is a column more. clr: a record of several awards, each in it as openBadge3. sdJwt: with all that its holder may keep
 * back. certificate: the pages of the PDF; the credential attached to it is openBadge3.
 */
export const formats = ['openBadge3', 'clr', 'openBadge2', 'sdJwt', 'elm', 'certificate'] as const;
export type Format = (typeof formats)[number];

/** data: software finds it by its field, its type or the entry of a published list. text: people read it. none: it is not there. */
export type Carried = 'data' | 'text' | 'none';

interface CarriedElement {
  /** Number in Annex I, where it has one. */
  annex?: string;
  in: Record<Format, Carried>;
}

/** In a wallet's credential everything has a field of its own. */
const row = (
  annex: string | undefined,
  openBadge3: Carried,
  openBadge2: Carried,
  elm: Carried,
  certificate: Carried = 'text',
) => ({ annex, in: { openBadge3, clr: openBadge3, openBadge2, sdJwt: 'data' as const, elm, certificate } });

export const carriedElements = {
  learner: row('M1', 'data', 'data', 'data'),
  learnerName: row('M1', 'none', 'none', 'data'),
  title: row('M2', 'data', 'data', 'data'),
  country: row('M3', 'data', 'text', 'data'),
  region: row('M3', 'data', 'text', 'data'),
  awardingBody: row('M4', 'data', 'data', 'data'),
  furtherBodies: row('M4', 'data', 'text', 'data'),
  date: row('M5', 'data', 'data', 'data'),
  outcomes: row('M6', 'data', 'text', 'data'),
  outcomeFramework: row('M6', 'data', 'data', 'data'),
  ects: row('M7', 'data', 'data', 'data'),
  hours: row('M7', 'data', 'text', 'data'),
  eqf: row('M8', 'data', 'data', 'data'),
  nqf: row('M8', 'data', 'text', 'text'),
  cycle: row('M8', 'data', 'text', 'data'),
  noLevel: row('M8', 'data', 'text', 'text'),
  assessmentType: row('M9', 'data', 'data', 'data'),
  criterion: row('M9', 'text', 'text', 'text'),
  participation: row('M10', 'data', 'data', 'data'),
  qualityAssurance: row('M11', 'data', 'text', 'text'),
  prerequisites: row('O1', 'data', 'text', 'data'),
  supervision: row('O2', 'data', 'data', 'data'),
  grade: row('O3', 'data', 'text', 'data'),
  outcomeGrade: row('O3', 'data', 'text', 'data'),
  stackability: row('O4', 'data', 'text', 'text'),
  furtherInformation: row('O5', 'data', 'text', 'text'),
  fieldOfStudy: row(undefined, 'data', 'text', 'data'),
  furtherTitle: row(undefined, 'data', 'data', 'data'),
  furtherDescription: row(undefined, 'data', 'data', 'data', 'none'),
  language: row(undefined, 'data', 'data', 'data', 'none'),
  expiry: row(undefined, 'data', 'data', 'data'),
  evidence: row(undefined, 'data', 'data', 'text'),
  revocation: row(undefined, 'data', 'data', 'none', 'none'),
} as const satisfies Record<string, CarriedElement>;

export type CarriedName = keyof typeof carriedElements;
