/** What is published of an award for machines: the signed credential, its JWT, the hosted and the signed Open Badges 2.0 assertion, baked pictures. */
import { badgeDrawing, badgePicture } from '../../../domain/awards/badge-picture.js';
import { elmDocument } from '../../../domain/awards/elm-document.js';
import type { PublishedAward } from '../../../domain/awards/is-published.js';
import { openBadge2Documents } from '../../../domain/awards/open-badge-2-documents.js';
import { publishedAward } from '../../../domain/awards/published-award.js';
import { bakePng } from '../../../documents/baked-image/bake-png.js';
import { bakeSvg } from '../../../documents/baked-image/bake-svg.js';
import type { MachineDocument } from '../../documents/send-document.js';
import type { WebServices } from '../../web-services.js';

/** What is baked into a picture. */
type BakedIn = 'openBadge3' | 'openBadge2' | 'openBadge2Signed';
type Found = Promise<Pick<MachineDocument, 'body' | 'status'> | undefined>;

/** Each is undefined for an unknown id and for an offer that nobody claimed. Revoked ones are still there: status tells. */
export interface AwardDocuments {
  openBadge3: (id: string) => Found;
  openBadge3Jwt: (id: string) => Found;
  /** After revocation its revoked form, 410. */
  openBadge2: (id: string) => Found;
  /** Undefined for awards of before it was made, too. */
  openBadge2Signed: (id: string) => Found;
  picture: (id: string, baked: BakedIn) => Found;
  /** SVG with the Open Badges 3.0 credential baked in. */
  drawing: (id: string) => Found;
  /** It names the learner: undefined unless the learner shows the name, and for a revoked award. */
  elm: (id: string) => Found;
  /** The same; undefined, too, until its learner had it sealed. */
  sealedElm: (id: string) => Found;
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
    async sealedElm(id) {
      const award = await find(id);
      const isOpen = award?.public && award.state === 'issued';
      const sealed = isOpen ? await services.sealedFiles.of(id) : undefined;
      return sealed && { body: sealed.json };
    },
    async openBadge2Signed(id) {
      const jws = (await find(id))?.documents.openBadge2Signed;
      return jws === undefined ? undefined : { body: jws };
    },
    async picture(id, baked) {
      const award = await find(id);
      const badge = award?.documents[baked];
      if (!award || badge === undefined) return undefined;
      const png = await badgePicture(services, award.microCredentialId, award.version);
      return png && { body: bakePng(png, baked === 'openBadge3' ? '3.0' : '2.0', badge) };
    },
    async drawing(id) {
      const award = await find(id);
      if (!award) return undefined;
      const svg = await badgeDrawing(services, award.microCredentialId, award.version);
      return svg === undefined ? undefined : { body: bakeSvg(svg, '3.0', award.documents.openBadge3) };
    },
  };
}
