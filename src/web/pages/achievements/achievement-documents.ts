/** What is published of a version for machines: the Open Badges 3.0 Achievement as credentials carry it, the 2.0 BadgeClass, the picture. */
import { badgePicture } from '../../../domain/awards/badge-picture.js';
import { openBadge2Documents } from '../../../domain/awards/open-badge-2-documents.js';
import { publishedContent } from '../../../domain/awards/published-content.js';
import { achievement } from '../../../documents/open-badge-3/achievement.js';
import { looksLikeId } from '../../../shared/ids.js';
import { inContext } from '../../documents/in-context.js';
import type { WebServices } from '../../web-services.js';
import type { VersionPlace } from './version-place.js';

type Found<T> = Promise<{ body: T } | undefined>;

/** Each is undefined for what is not published; but for the picture, which all share, in the edition that the place names. */
export interface AchievementDocuments {
  achievement(place: VersionPlace | undefined): Found<string>;
  /** `ofKey`: that of a key which has one of its own. */
  badgeClass(place: VersionPlace | undefined, ofKey?: string): Found<string>;
  picture(place: VersionPlace | undefined): Found<Uint8Array>;
}

export function achievementDocuments(services: WebServices): AchievementDocuments {
  return {
    async achievement(place) {
      if (!place) return undefined;
      const { microCredentialId, number, edition } = place;
      const found = await publishedContent(services, microCredentialId, number, edition);
      return found && { body: JSON.stringify(inContext(achievement(found))) };
    },
    async badgeClass(place, ofKey) {
      if (!place || (ofKey !== undefined && !looksLikeId(ofKey))) return undefined;
      const { microCredentialId, number, edition } = place;
      const json = await openBadge2Documents(services).badgeClass(microCredentialId, number, ofKey, edition);
      return json === undefined ? undefined : { body: json };
    },
    async picture(place) {
      const png = place && (await badgePicture(services, place.microCredentialId, place.number));
      return png && { body: png };
    },
  };
}
