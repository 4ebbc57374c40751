/** What wallets call the claims of the credential, in the order in which they are to be shown. Names are signed: add some, never change one. */

type Path = readonly (string | null)[];

interface ClaimLabel {
  /** null: each entry of a list. */
  path: Path;
  en: string;
  fr: string;
}

const label = (path: Path, en: string, fr: string): ClaimLabel => ({ path, en, fr });

export const claimLabels: readonly ClaimLabel[] = [
  label(['title'], 'Title', 'Intitulé'),
  label(['name'], 'Name of the learner', 'Nom de l’apprenant'),
  label(['email'], 'E-mail address', 'Adresse e-mail'),
  label(['awarding_body', 'name'], 'Awarding body', 'Organisme qui délivre'),
  label(['awarding_body', 'country'], 'Country', 'Pays'),
  label(['awarding_body', 'region'], 'Region', 'Région'),
  label(['further_awarding_bodies', null, 'name'], 'Further awarding body', 'Autre organisme qui délivre'),
  label(['date_of_award'], 'Date of award', 'Date de délivrance'),
  label(['description'], 'Description', 'Description'),
  label(['learning_outcomes', null, 'text'], 'Learning outcome', 'Acquis d’apprentissage'),
  label(['ects'], 'Workload in ECTS credits', 'Charge de travail en crédits ECTS'),
  label(['hours'], 'Workload in hours', 'Charge de travail en heures'),
  label(['level', 'eqf'], 'EQF level', 'Niveau CEC'),
  label(['level', 'nqf'], 'National level', 'Niveau national'),
  label(['level', 'cycle', 'name'], 'Cycle of higher education', 'Cycle de l’enseignement supérieur'),
  label(['level', 'not_applicable'], 'Why no level applies', 'Pourquoi aucun niveau ne s’applique'),
  label(['assessments', null, 'type', 'name'], 'Type of assessment', 'Type d’évaluation'),
  label(['assessments', null, 'criterion'], 'Criterion', 'Critère'),
  label(
    ['assessments', null, 'supervision', 'name'],
    'Supervision and identity verification',
    'Surveillance et vérification de l’identité',
  ),
  label(['participation', 'name'], 'Form of participation', 'Forme de participation'),
  label(['quality_assurance', 'body'], 'Quality assurance', 'Assurance qualité'),
  label(['grade', 'value'], 'Grade', 'Note'),
  label(['grade', 'maximum'], 'Highest grade', 'Note maximale'),
  label(['grade', 'learning_outcomes', null, 'learning_outcome'], 'Graded learning outcome', 'Acquis noté'),
  label(['grade', 'learning_outcomes', null, 'value'], 'Grade of the learning outcome', 'Note de l’acquis'),
  label(['grade', 'learning_outcomes', null, 'maximum'], 'Highest grade of it', 'Note maximale de l’acquis'),
  label(['grade', 'scale'], 'How grades are to be read', 'Comment lire les notes'),
  label(['evidence', null, 'name'], 'Evidence', 'Preuve'),
  label(['prerequisites'], 'Prerequisites', 'Prérequis'),
  label(['stackability', 'towards'], 'Counts towards', 'Compte pour'),
  label(['field_of_study', 'name'], 'Field of study', 'Domaine d’études'),
  label(['further_information', 'text'], 'Further information', 'Informations complémentaires'),
  label(['language'], 'Language', 'Langue'),
  label(['achievement'], 'Page of the micro-credential', 'Page de la microcertification'),
  label(['award'], 'Public page of the award', 'Page publique de la microcertification délivrée'),
];
