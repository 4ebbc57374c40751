/** Links the seal of the demonstration as an administrator would. Does nothing when one is linked. */
import type { TrustService } from '../demo-seals/trust-service.js';
import { linkSeal } from '../domain/seals/link-seal.js';
import type { WebServices } from '../web/web-services.js';

export async function linkDemoSeal(services: WebServices, { access }: TrustService): Promise<void> {
  for (const { id: institutionId } of await services.institutions.all())
    if (!(await services.sealLinks.of(institutionId))) await linkSeal(services, { institutionId, access });
}
