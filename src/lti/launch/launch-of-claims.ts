/** Claims that were verified, in the words of the product. */
import type { Launch } from '../../domain/courses/launch.js';
import type { Platform } from '../../domain/platforms/platform.js';
import { Problem } from '../../shared/problem.js';
import { personName } from '../person-name.js';
import { rolesFrom } from '../roles.js';
import { claimNames, type LinkLaunchClaims } from './token-claims.js';

/**
 * @param known what the token does not tell
 * @throws Problem launch-no-course when the LMS tells no course
 */
export function launchOfClaims(
  platform: Platform,
  known: Pick<Launch, 'id' | 'institutionId'>,
  claims: LinkLaunchClaims,
): Launch {
  const context = claims[claimNames.context];
  if (!context) throw new Problem('launch-no-course', { facts: { lms: platform.family } });
  const presentation = claims[claimNames.presentation];
  const grades = claims[claimNames.grades];
  const link = claims[claimNames.link];
  return {
    ...known,
    platformId: platform.id,
    deploymentId: claims[claimNames.deployment],
    person: { subject: claims.sub, name: personName(claims), email: claims.email },
    roles: rolesFrom(claims[claimNames.roles]),
    context: {
      id: context.id,
      title: context.title ?? context.label ?? '',
      label: context.label ?? '',
    },
    link: { id: link.id, title: link.title ?? '', lineItemUrl: grades?.lineitem },
    membershipsUrl: claims[claimNames.roster]?.context_memberships_url,
    lineItemsUrl: grades?.lineitems,
    gradeScopes: grades?.scope ?? [],
    locale: languageTag(presentation?.locale),
    returnUrl: presentation?.return_url,
  };
}

/** BCP 47: Moodle writes `fr_ca` or `de_du`. Undefined for what is no language tag. */
function languageTag(locale: string | undefined): string | undefined {
  const tag = locale?.replaceAll('_', '-');
  return tag !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : undefined;
}
