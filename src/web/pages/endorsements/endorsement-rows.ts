/** The endorsements that stand on the public page of a version, of an institution or of an award. */
import type { Request } from 'express';
import { addresses } from '../../../documents/addresses.js';
import { isOver, type EndorsedThing } from '../../../domain/endorsements/endorsement.js';
import { shownEndorsements } from '../../../domain/endorsements/shown-endorsements.js';
import type { WebServices } from '../../web-services.js';
import { endorsementView, type EndorsementView } from './endorsement-view.js';

/** The newest first; few, as a page is read. */
const mostShown = 20;

export async function endorsementRows(
  services: Pick<WebServices, 'endorsements' | 'base' | 'clock'>,
  req: Request,
  thing: EndorsedThing,
  institution: string,
): Promise<EndorsementView[]> {
  const { endorsement } = addresses(services.base);
  const shown = await shownEndorsements(services, thing);
  const now = services.clock();
  return shown
    .filter((one) => !isOver(one, now))
    .slice(0, mostShown)
    .map((one) => endorsementView(req, one, { institution, href: endorsement(one.id) }));
}
