/** The mandatory elements of Annex I, as credentials are asked for them. Council Recommendation 2022/C 243/02. */

/** In the order of Annex I: M1 to M11. */
export const europeanElements = [
  'learner',
  'title',
  'country',
  'awarding-body',
  'date',
  'outcomes',
  'workload',
  'level',
  'assessment',
  'participation',
  'quality-assurance',
] as const;

export type EuropeanElement = (typeof europeanElements)[number];

/** Those that Open Badges alone have no place for: a badge that carries one of them means to tell the elements. */
export const beyondOpenBadges: readonly EuropeanElement[] = europeanElements.slice(
  europeanElements.indexOf('outcomes'),
);
