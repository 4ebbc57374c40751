/** What is published of a version for machines: the Open Badges 3.0 Achievement as credentials carry it, the 2.0 BadgeClass, the picture. */
import { openBadge2Documents } from '../../../domain/awards/open-badge-2-documents.js';
import type { Pictures } from '../../../domain/awards/pictures.js';
import { publishedContent } from '../../../domain/awards/published-content.js';
import { achievement } from '../../../documents/open-badge-3/achievement.js';
import { textIn } from '../../../shared/language-map.js';
import { inContext } from '../../documents/in-context.js';
import type { WebServices } from '../../web-services.js';
import type { VersionPlace } from './version-place.js';

type Found<T> = Promise<{ body: T } | undefined>;

/** Each is undefined for what is not published. */
export interface AchievementDocuments {
  achievement(place: VersionPlace | undefined): Found<string>;
  badgeClass(place: VersionPlace | undefined): Found<string>;
  picture(place: VersionPlace | undefined): Found<Uint8Array>;
}

export function achievementDocuments(services: WebServices, pictures: Pictures): AchievementDocuments {
  const content = async (place: VersionPlace | undefined) =>
    place && publishedContent(services, place.microCredentialId, place.number);
  return {
    async achievement(place) {
      const found = await content(place);
      return found && { body: JSON.stringify(inContext(achievement(found))) };
    },
    async badgeClass(place) {
      const json =
        place && (await openBadge2Documents(services).badgeClass(place.microCredentialId, place.number));
      return json === undefined ? undefined : { body: json };
    },
    async picture(place) {
      const found = await content(place);
      if (!found) return undefined;
      const { title, primaryLanguage, microCredentialId } = found.achievement;
      const png = await pictures.badge({
        title: textIn(title, primaryLanguage),
        issuer: found.institution.legalName,
        seed: microCredentialId,
      });
      return { body: png };
    },
  };
}
