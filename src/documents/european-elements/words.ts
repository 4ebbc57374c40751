/** The few words of our own that documents carry, in the document's language where we have it, else in English. */
import type { TermName } from './terms.js';

interface Words {
  labels: Record<TermName, string>;
  eqfLevel(level: number): string;
  hours(hours: number): string;
  levelNotApplicable: string;
  criterion: string;
  assessedBy: string;
  grade: string;
  /** Of an assessment, where its mark is not told. */
  passed: string;
  qualityAssurance: Record<string, string>;
  stackability: Record<string, string>;
}

const en: Words = {
  labels: {
    LearningOutcome: 'Learning outcome',
    LearningOutcomeCode: 'Code of the learning outcome',
    LearningOutcomeFramework: 'Framework',
    AssessmentType: 'Assessment',
    SupervisionAndIdentityVerification: 'Supervision and identity verification',
    ECTS: 'ECTS credits',
    NotionalWorkload: 'Notional workload',
    EQFLevel: 'European Qualifications Framework',
    NQFLevel: 'National qualifications framework',
    QFEHEACycle: 'Qualifications Framework of the European Higher Education Area',
    LevelNotApplicable: 'Level',
    FormOfParticipation: 'Form of participation',
    QualityAssurance: 'Quality assurance',
    AwardingBody: 'Awarding body',
    Prerequisites: 'Prerequisites',
    Stackability: 'Integration and stackability',
    GradeScale: 'Grade scale',
    FieldOfStudy: 'ISCED-F 2013',
    FurtherInformation: 'Further information',
  },
  eqfLevel: (level) => `EQF level ${level}`,
  hours: (hours) => (hours === 1 ? '1 hour' : `${hours} hours`),
  levelNotApplicable: 'Not applicable',
  criterion: 'Criterion',
  assessedBy: 'assessed by',
  grade: 'Grade',
  passed: 'Passed',
  qualityAssurance: {
    internal: 'Internal quality assurance',
    external: 'External quality assurance',
    'internal-and-external': 'Internal and external quality assurance',
  },
  stackability: {
    'stand-alone': 'Stand-alone',
    integrated: 'Integrated in a larger credential',
    stackable: 'Stackable towards a larger credential',
  },
};

const fr: Words = {
  labels: {
    LearningOutcome: 'Acquis d’apprentissage',
    LearningOutcomeCode: 'Code de l’acquis d’apprentissage',
    LearningOutcomeFramework: 'Référentiel',
    AssessmentType: 'Évaluation',
    SupervisionAndIdentityVerification: 'Surveillance et vérification d’identité',
    ECTS: 'Crédits ECTS',
    NotionalWorkload: 'Charge de travail théorique',
    EQFLevel: 'Cadre européen des certifications',
    NQFLevel: 'Cadre national des certifications',
    QFEHEACycle: 'Cadre des certifications de l’espace européen de l’enseignement supérieur',
    LevelNotApplicable: 'Niveau',
    FormOfParticipation: 'Forme de participation',
    QualityAssurance: 'Assurance qualité',
    AwardingBody: 'Organisme de délivrance',
    Prerequisites: 'Prérequis',
    Stackability: 'Intégration et cumul',
    GradeScale: 'Échelle de notation',
    FieldOfStudy: 'CITE-F 2013',
    FurtherInformation: 'Informations complémentaires',
  },
  eqfLevel: (level) => `Niveau ${level} du CEC`,
  hours: (hours) =>
    hours < 2 ? `${String(hours).replace('.', ',')} heure` : `${String(hours).replace('.', ',')} heures`,
  levelNotApplicable: 'Sans objet',
  criterion: 'Critère',
  assessedBy: 'évalué par',
  grade: 'Note',
  passed: 'Réussie',
  qualityAssurance: {
    internal: 'Assurance qualité interne',
    external: 'Assurance qualité externe',
    'internal-and-external': 'Assurance qualité interne et externe',
  },
  stackability: {
    'stand-alone': 'Autonome',
    integrated: 'Intégrée à une certification plus large',
    stackable: 'Cumulable vers une certification plus large',
  },
};

/** In each language that there are words in. */
export const allWords: readonly Words[] = [en, fr];

/** @param language BCP 47 tag */
export function wordsIn(language: string): Words {
  return /^fr\b/i.test(language) ? fr : en;
}
