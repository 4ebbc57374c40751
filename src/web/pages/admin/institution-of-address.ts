/** The institution that an address of the administration names. */
import type { Institution } from '../../../domain/institutions/institution.js';
import { Problem } from '../../../shared/problem.js';
import type { WebServices } from '../../web-services.js';

/** @throws Problem not-found */
export async function institutionOfAddress(
  { institutions }: Pick<WebServices, 'institutions'>,
  id: string,
): Promise<Institution> {
  const institution = await institutions.byId(id);
  if (!institution) throw new Problem('not-found', { detail: 'no such institution' });
  return institution;
}
