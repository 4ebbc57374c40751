/**
 * The `ext:` types that say in Open Badges' own terms what Open Badges has no word for. Each has a stable public page
 * (addresses.term) that shows its explanation. Names are signed: add some, never change or remove one.
 * https://www.imsglobal.org/spec/ob/v3p0/#extending-and-extensibility
 */
export const terms = {
  LearningOutcome: {
    en: 'A learning outcome: what the holder knows, understands and is able to do, assessed against a stated criterion.',
    fr: 'Un acquis d’apprentissage : ce que le titulaire sait, comprend et est capable de faire, évalué selon un critère énoncé.',
  },
  LearningOutcomeCode: {
    en: 'The code by which the awarding body refers to a learning outcome.',
    fr: 'Le code par lequel l’organisme désigne un acquis d’apprentissage.',
  },
  LearningOutcomeFramework: {
    en: 'The entry of a published framework to which a learning outcome corresponds. In newer badges, items of CASE frameworks have a type of Open Badges’ own: CFItem.',
    fr: 'L’entrée d’un référentiel publié à laquelle correspond un acquis d’apprentissage. Dans les badges plus récents, les éléments de référentiels CASE portent un type propre à Open Badges : CFItem.',
  },
  AssessmentType: {
    en: 'An assessment, its type in the European Learning Model and the criterion it applies.',
    fr: 'Une évaluation, son type dans le modèle européen d’apprentissage et le critère appliqué.',
  },
  SupervisionAndIdentityVerification: {
    en: 'Whether the assessment was supervised and the learner’s identity verified.',
    fr: 'Si l’évaluation était surveillée et l’identité de l’apprenant vérifiée.',
  },
  ECTS: {
    en: 'Credits of the European Credit Transfer and Accumulation System, as exact decimal text.',
    fr: 'Crédits du système européen de transfert et d’accumulation de crédits, en texte décimal exact.',
  },
  NotionalWorkload: {
    en: 'The notional workload needed to achieve the learning outcomes, as an ISO 8601 duration (PT75H: 75 hours).',
    fr: 'La charge de travail théorique nécessaire pour atteindre les acquis, en durée ISO 8601 (PT75H : 75 heures).',
  },
  EQFLevel: {
    en: 'The level in the European Qualifications Framework, 1 to 8.',
    fr: 'Le niveau dans le cadre européen des certifications, de 1 à 8.',
  },
  NQFLevel: {
    en: 'The level in a national qualifications framework.',
    fr: 'Le niveau dans un cadre national des certifications.',
  },
  QFEHEACycle: {
    en: 'The cycle in the qualifications framework of the European Higher Education Area.',
    fr: 'Le cycle dans le cadre des certifications de l’espace européen de l’enseignement supérieur.',
  },
  LevelNotApplicable: {
    en: 'No level applies to this micro-credential, for the reason given.',
    fr: 'Aucun niveau ne s’applique à cette microcertification, pour la raison donnée.',
  },
  FormOfParticipation: {
    en: 'The form of participation in the learning activity: online, on site, blended and others.',
    fr: 'La forme de participation à l’activité d’apprentissage : en ligne, en présentiel, hybride et autres.',
  },
  QualityAssurance: {
    en: 'The type of quality assurance underpinning the micro-credential: internal or external, its standard and its body.',
    fr: 'Le type d’assurance qualité de la microcertification : interne ou externe, son référentiel et son organisme.',
  },
  AwardingBody: {
    en: 'A body that awards the micro-credential together with the issuer; the code is its country.',
    fr: 'Un organisme qui délivre la microcertification avec l’organisme de délivrance ; le code est son pays.',
  },
  Prerequisites: {
    en: 'What is needed to enrol in the learning activity.',
    fr: 'Ce qui est requis pour s’inscrire à l’activité d’apprentissage.',
  },
  Stackability: {
    en: 'Whether the micro-credential stands alone, is integrated in a larger credential or can be stacked towards one.',
    fr: 'Si la microcertification est autonome, intégrée à une certification plus large ou cumulable vers celle-ci.',
  },
  GradeScale: { en: 'How grades are to be read.', fr: 'Comment lire les notes.' },
  FieldOfStudy: {
    en: 'The field of study in the ISCED-F 2013 classification.',
    fr: 'Le domaine d’études dans la classification CITE-F 2013.',
  },
  FurtherInformation: { en: 'Further information.', fr: 'Informations complémentaires.' },
} as const;

export type TermName = keyof typeof terms;

/** Type as documents write it. */
export const extensionType = (name: TermName): `ext:${TermName}` => `ext:${name}`;
