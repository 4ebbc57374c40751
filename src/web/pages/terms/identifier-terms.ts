/** The `ext:` types of identifiers that issuer profiles carry (src/documents/open-badge-3/issuer-profile.ts), explained. */
export const identifierTerms = {
  VAT: {
    en: 'The VAT number of the awarding body.',
    fr: 'Le numéro de TVA de l’organisme de délivrance.',
  },
  NationalIdentifier: {
    en: 'The number of the awarding body in its national register.',
    fr: 'Le numéro de l’organisme de délivrance dans le registre national.',
  },
  DEQAR: {
    en: 'The identifier of the awarding body in the Database of External Quality Assurance Results (DEQAR).',
    fr: 'L’identifiant de l’organisme de délivrance dans la base des résultats d’assurance qualité externe (DEQAR).',
  },
  ROR: {
    en: 'The identifier of the awarding body in the Research Organization Registry (ROR).',
    fr: 'L’identifiant de l’organisme de délivrance dans le Research Organization Registry (ROR).',
  },
  ErasmusCode: {
    en: 'The Erasmus code of the awarding body.',
    fr: 'Le code Erasmus de l’organisme de délivrance.',
  },
} as const;
