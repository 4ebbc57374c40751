/** What is published of an award for machines: the signed credential, its JWT, the hosted Open Badges 2.0 assertion, baked pictures. */
import { badgePicture } from '../../../domain/awards/badge-picture.js';
import { elmDocument } from '../../../domain/awards/elm-document.js';
import type { PublishedAward } from '../../../domain/awards/is-published.js';
import { openBadge2Documents } from '../../../domain/awards/open-badge-2-documents.js';
import { publishedAward } from '../../../domain/awards/published-award.js';
import type { BakedVersion } from '../../../documents/baked-image/baked-version.js';
import { bakePng } from '../../../documents/baked-image/bake-png.js';
import type { MachineDocument } from '../../documents/send-document.js';
import type { WebServices } from '../../web-services.js';

type Found = Promise<Pick<MachineDocument, 'body' | 'status'> | undefined>;

/** Each is undefined for an unknown id and for an offer that nobody claimed. Revoked ones are still there: status tells. */
export interface AwardDocuments {
  openBadge3: (id: string) => Found;
  openBadge3Jwt: (id: string) => Found;
  /** After revocation its revoked form, 410. */
  openBadge2: (id: string) => Found;
  picture: (id: string, version: BakedVersion) => Found;
  /** It names the learner: undefined unless the learner shows the name, and for a revoked award. */
  elm: (id: string) => Found;
}

export function awardDocuments(services: WebServices): AwardDocuments {
  const find = (id: string): Promise<PublishedAward | undefined> => publishedAward(services, id);
  return {
    async openBadge3(id) {
      const award = await find(id);
      return award && { body: award.documents.openBadge3 };
    },
    async openBadge3Jwt(id) {
      const award = await find(id);
      return award && { body: award.documents.openBadge3Jwt };
    },
    async openBadge2(id) {
      const assertion = await openBadge2Documents(services).assertion(id);
      return assertion && { body: assertion.json, status: assertion.gone ? 410 : 200 };
    },
    async elm(id) {
      const award = await find(id);
      const json = award?.public ? await elmDocument(services, award) : undefined;
      return json === undefined ? undefined : { body: json };
    },
    async picture(id, version) {
      const award = await find(id);
      const png = award && (await badgePicture(services, award.microCredentialId, award.version));
      if (!png) return undefined;
      const { openBadge2, openBadge3 } = award.documents;
      return { body: bakePng(png, version, version === '2.0' ? openBadge2 : openBadge3) };
    },
  };
}
