/**
 * What an award says, whatever the format: every document (Open Badges 3.0 and 2.0, SD-JWT, ELM) is made from this
 * value alone. The domain maps its own data to it. The recipient is never in clear here.
 * Council Recommendation 2022/C 243/02, Annex I: the element numbers (M1-M11, O1-O5) stand beside the fields.
 */
import type { LanguageMap } from '../shared/language-map.js';
import type { JsonObject } from './json/json-value.js';

/** An entry of a controlled list; `url`: its concept in the European Learning Model, where there is one. */
export interface Concept {
  code: string;
  name: string;
  url?: string;
}

/** M3 and M4: the institution that answers for the award. */
export interface IssuingInstitution {
  id: string;
  legalName: string;
  /** ISO 3166-1 alpha-2, upper case. */
  country: string;
  region?: string;
  url?: string;
  email?: string;
  /** scheme: 'vat', 'national', 'deqar', 'ror', 'erasmus' or another short name. */
  identifiers: readonly { scheme: string; value: string }[];
  imageUrl?: string;
}

export interface AwardingBody {
  legalName: string;
  country: string;
  url?: string;
}

/** Alignment of an outcome to a published framework (ESCO skill, CASE item, LMS competency). */
export interface FrameworkAlignment {
  framework: string;
  code?: string;
  name: string;
  url: string;
}

/** M6 */
export interface OutcomeContent {
  /** Unique within the achievement; letters, digits, - and _. */
  id: string;
  text: LanguageMap;
  code?: string;
  alignment?: FrameworkAlignment;
  /** Id of the assessment that proves it. */
  assessmentId: string;
}

/** M9 and O2 */
export interface AssessmentContent {
  id: string;
  name: string;
  type: Concept;
  criterion: string;
  supervision?: Concept;
}

/** M8: the level, or why none applies. */
export type LevelContent = { eqf: number; nqf?: string; cycle?: Concept } | { notApplicable: string };

/** M11 */
export interface QualityAssuranceContent {
  /** 'internal', 'external' or 'internal-and-external'. */
  kind: string;
  /** Name of the standard, for example 'ESG'. */
  standard: string;
  body: string;
  url?: string;
  /** Accreditation number or DEQAR reference. */
  reference?: string;
}

/** One published version of a micro-credential. */
export interface AchievementContent {
  microCredentialId: string;
  version: number;
  /** M2 */
  title: LanguageMap;
  description: LanguageMap;
  /** BCP 47 tag of the language the texts are taken in. */
  primaryLanguage: string;
  /** Language of the version itself, where this is an edition of it in a further one: `primaryLanguage`. */
  firstLanguage?: string;
  outcomes: readonly OutcomeContent[];
  assessments: readonly AssessmentContent[];
  /** M7. ects: exact decimal text ("0.5"); hours: number of hours. */
  workload: { ects?: string; hours?: number };
  level: LevelContent;
  /** M10 */
  participation: Concept;
  qualityAssurance: QualityAssuranceContent;
  /** O1 */
  prerequisites?: string;
  /** O4. kind: 'stand-alone', 'integrated' or 'stackable'. */
  stackability?: { kind: string; towards?: string };
  /** How grades are to be read. */
  gradeScale?: string;
  /** O5 */
  furtherInformation?: { text?: string; url?: string };
  fieldOfStudy?: Concept;
  /** Markdown: what has to be done to earn it. */
  criteriaNarrative: string;
}

/** What badge class and achievement documents need: no learner in it. */
export interface DefinitionContent {
  /** Public origin without a slash at the end. */
  base: string;
  institution: IssuingInstitution;
  /** M4: bodies that award together with the institution. */
  furtherAwardingBodies: readonly AwardingBody[];
  achievement: AchievementContent;
}

/** M1: never name or address in clear. Hashes as `identityHash` makes them; salts are appended to what is hashed. */
export interface RecipientContent {
  /** 'urn:uuid:...', one for each learner and credential. */
  subjectId: string;
  emailHash: string;
  emailSalt: string;
  nameHash?: string;
  nameSalt?: string;
}

export interface EvidenceContent {
  /** One line. */
  name: string;
  /** Markdown: what was seen, when, by whom it was confirmed. No personal data. */
  narrative: string;
  /** Kind of evidence, for example 'restricted-activity', 'grade', 'examiner-confirmation'. */
  kind: string;
  /** Address of what it speaks of, where that has one of its own. */
  url?: string;
  /** The learning outcome that it proves, where that one is proven by itself. */
  outcomeId?: string;
}

/** EndorsementCredentials, signed already: they stand in what is signed as they are. */
export interface EndorsementsInside {
  achievement: readonly JsonObject[];
  institution: readonly JsonObject[];
}

export interface CredentialContent extends DefinitionContent {
  awardId: string;
  recipient: RecipientContent;
  evidence: readonly EvidenceContent[];
  /** Absent in forms that have no place for them. */
  endorsements?: EndorsementsInside;
  /** O3: only where the learner carries it. */
  grade?: { value: number | string; maximum?: number; description?: string };
  /** O3, of outcomes that are proven by themselves: only where the learner carries grades. */
  outcomeGrades?: readonly { outcomeId: string; value: number; maximum: number }[];
  /** M5: whole seconds. */
  validFrom: Date;
  /** Whole seconds. */
  validUntil?: Date;
  /** Date of the first award where this credential supersedes another; `validFrom` otherwise. */
  awardedOn?: Date;
  /** Place in a BitstringStatusListCredential; the pair (index, index XOR 7) belongs to this award. */
  status: { listUrl: string; index: number };
}
