/** An administrator says whose seal it is, where its certificate does not: it is used from then on. */
import { formProblem } from '../../shared/field-faults.js';
import type { SealRelation } from './seal-link.js';
import type { SealLinks } from './seal-links.js';

const relations: readonly string[] = ['own', 'mandate'] satisfies SealRelation[];

/**
 * @param input.relation as the form sent it. input.linkedAt: of the link that the form was about
 * @throws Problem request-invalid (facts.fields.relation: required, changed-since where another seal was linked meanwhile)
 */
export async function decideSeal(
  { sealLinks }: { sealLinks: SealLinks },
  input: { institutionId: string; linkedAt: Date; relation: string },
): Promise<void> {
  const { institutionId, linkedAt, relation } = input;
  if (!relations.includes(relation)) throw formProblem({ relation: 'required' });
  const isSeen = !Number.isNaN(linkedAt.getTime());
  if (!isSeen || !(await sealLinks.decide(institutionId, linkedAt, relation as SealRelation)))
    throw formProblem({ relation: 'changed-since' });
}
