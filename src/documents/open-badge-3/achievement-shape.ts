/** The shape of an Open Badges 3.0 Achievement as zod. https://www.imsglobal.org/spec/ob/v3p0/#achievement */
import { z } from 'zod';
import { achievementTypes, resultTypes, targetTypes } from './enumerations.js';
import { iri, language, type shapeParts, text } from './shape-parts.js';

/** The achievement, and the alignment, which results have as well. */
export function achievementShape(parts: ReturnType<typeof shapeParts>) {
  const { address, endorsed, identifierEntry, image, list, namedOrExtension, profile, typed } = parts;
  const alignment = z.looseObject({
    type: typed('Alignment'),
    targetName: z.string(),
    targetUrl: address,
    targetCode: text,
    targetDescription: text,
    targetFramework: text,
    targetType: namedOrExtension(targetTypes).optional(),
  });
  const rubricCriterionLevel = z.looseObject({
    id: address,
    type: typed('RubricCriterionLevel'),
    name: z.string(),
    alignment: list(alignment).optional(),
    description: text,
    level: text,
    points: text,
  });
  const resultDescription = z.looseObject({
    id: iri,
    type: typed('ResultDescription'),
    name: z.string(),
    resultType: namedOrExtension(resultTypes),
    alignment: list(alignment).optional(),
    allowedValue: list(z.string()).optional(),
    requiredLevel: address.optional(),
    requiredValue: text,
    rubricCriterionLevel: list(rubricCriterionLevel).optional(),
    valueMax: text,
    valueMin: text,
  });
  const related = z.looseObject({
    id: address,
    type: typed('Related'),
    inLanguage: language.optional(),
    version: text,
  });
  const achievement = z.looseObject({
    id: iri,
    type: typed('Achievement'),
    name: z.string(),
    description: z.string(),
    criteria: z
      .looseObject({ id: address.optional(), narrative: text })
      .refine((criteria) => criteria.id !== undefined || criteria.narrative !== undefined, {
        message: 'criteria',
      }),
    achievementType: namedOrExtension(achievementTypes).optional(),
    alignment: list(alignment).optional(),
    creator: profile.optional(),
    creditsAvailable: z.number().optional(),
    fieldOfStudy: text,
    humanCode: text,
    image: image.optional(),
    inLanguage: language.optional(),
    otherIdentifier: list(identifierEntry).optional(),
    related: list(related).optional(),
    resultDescription: list(resultDescription).optional(),
    specialization: text,
    tag: list(z.string()).optional(),
    version: text,
    ...endorsed,
  });
  return { achievement, alignment };
}
