/**
 * The controlled lists of the European Learning Model that a definition chooses from, with their concept addresses.
 * Source: Europass vocabularies (data.europa.eu/snb); French names by Acquis where the lists give English alone.
 */
export interface Term {
  url?: string;
  name: { en: string; fr: string };
}

const snb = (path: string): string => `http://data.europa.eu/snb/${path}`;

/** M9: http://data.europa.eu/snb/assessment/25831c2 */
export const assessmentTypes = {
  'written-examination': {
    url: snb('assessment/6e6cb2cc78'),
    name: { en: 'written examination', fr: 'examen écrit' },
  },
  'oral-examination': {
    url: snb('assessment/d30284d7df'),
    name: { en: 'oral examination', fr: 'examen oral' },
  },
  'practical-assessment': {
    url: snb('assessment/6a4db9f11d'),
    name: { en: 'practical assessment', fr: 'évaluation pratique' },
  },
  'project-work': { url: snb('assessment/795dac4096'), name: { en: 'project work', fr: 'projet' } },
  'marked-assignment': {
    url: snb('assessment/2939dae15f'),
    name: { en: 'marked assignment', fr: 'travail noté' },
  },
  quiz: { url: snb('assessment/b1b68f6735'), name: { en: 'quiz', fr: 'questionnaire' } },
  portfolio: { url: snb('assessment/4f03b91c0e'), name: { en: 'portfolio', fr: 'portfolio' } },
  'continuous-evaluation': {
    url: snb('assessment/3484bd7e51'),
    name: { en: 'continuous evaluation', fr: 'évaluation continue' },
  },
  'problem-based-learning': {
    url: snb('assessment/c4256a2726'),
    name: { en: 'problem based learning', fr: 'apprentissage par problèmes' },
  },
  'artefact-assessment': {
    url: snb('assessment/de4d165a6c'),
    name: { en: 'artefact assessment', fr: 'évaluation d’une réalisation' },
  },
  'group-performance': {
    url: snb('assessment/56539a6507'),
    name: { en: 'group performance', fr: 'prestation de groupe' },
  },
  'peer-assessment': {
    url: snb('assessment/19a2e5e671'),
    name: { en: 'peer assessment', fr: 'évaluation par les pairs' },
  },
  'peer-review': {
    url: snb('assessment/812e3b0ae1'),
    name: { en: 'peer review', fr: 'relecture par les pairs' },
  },
  'level-of-attendance': {
    url: snb('assessment/7331eb4762'),
    name: { en: 'level of attendance', fr: 'assiduité' },
  },
} as const satisfies Record<string, Term>;
export type AssessmentTypeCode = keyof typeof assessmentTypes;

/** M10: http://data.europa.eu/snb/learning-assessment/25831c2 */
export const participationModes = {
  online: { url: snb('learning-assessment/920fbb3cbe'), name: { en: 'online', fr: 'en ligne' } },
  presential: { url: snb('learning-assessment/9191af2ed9'), name: { en: 'on site', fr: 'en présentiel' } },
  blended: { url: snb('learning-assessment/e92d221e4d'), name: { en: 'blended', fr: 'hybride' } },
  'work-based': {
    url: snb('learning-assessment/729f3bed4b'),
    name: { en: 'work based', fr: 'en situation de travail' },
  },
  'project-based': {
    url: snb('learning-assessment/7813801c77'),
    name: { en: 'project based', fr: 'par projet' },
  },
  'research-lab-based': {
    url: snb('learning-assessment/ed4c557045'),
    name: { en: 'research-lab based', fr: 'en laboratoire de recherche' },
  },
} as const satisfies Record<string, Term>;
export type ParticipationCode = keyof typeof participationModes;

/** O2: exactly the four values of Annex I. ELM has one concept for both supervised ways with identity verification. */
export const supervisionKinds = {
  'unsupervised-without-identity-verification': {
    url: snb('supervision-verification/c598449d64'),
    name: {
      en: 'unsupervised without identity verification',
      fr: 'sans surveillance ni vérification d’identité',
    },
  },
  'supervised-without-identity-verification': {
    url: snb('supervision-verification/44314532f9'),
    name: {
      en: 'supervised without identity verification',
      fr: 'avec surveillance, sans vérification d’identité',
    },
  },
  'supervised-online-with-identity-verification': {
    url: snb('supervision-verification/70be69aaf9'),
    name: {
      en: 'supervised online with identity verification',
      fr: 'avec surveillance en ligne et vérification d’identité',
    },
  },
  'supervised-on-site-with-identity-verification': {
    url: snb('supervision-verification/70be69aaf9'),
    name: {
      en: 'supervised on site with identity verification',
      fr: 'avec surveillance sur place et vérification d’identité',
    },
  },
} as const satisfies Record<string, Term>;
export type SupervisionCode = keyof typeof supervisionKinds;

/** M8: cycles of the qualifications framework of the European Higher Education Area. */
export const cycles = {
  short: { name: { en: 'short cycle', fr: 'cycle court' } },
  first: { name: { en: 'first cycle', fr: 'premier cycle' } },
  second: { name: { en: 'second cycle', fr: 'deuxième cycle' } },
  third: { name: { en: 'third cycle', fr: 'troisième cycle' } },
} as const satisfies Record<string, Term>;
export type CycleCode = keyof typeof cycles;

const keys = <K extends string>(list: Record<K, Term>): [K, ...K[]] => Object.keys(list) as [K, ...K[]];

export const assessmentTypeCodes = keys(assessmentTypes);
export const participationCodes = keys(participationModes);
export const supervisionCodes = keys(supervisionKinds);
export const cycleCodes = keys(cycles);
