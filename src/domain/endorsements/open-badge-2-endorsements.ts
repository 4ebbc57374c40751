/**
 * Endorsements as Open Badges 2.0, made when asked: those that the institution signs for others. What somebody else signed in the form of
 * 3.0 has no other form.
 */
import { addresses } from '../../documents/addresses.js';
import { hostedEndorsement, revokedEndorsement } from '../../documents/open-badge-2/endorsement.js';
import { textIn } from '../../shared/language-map.js';
import { endorsedThing, type EndorsedThingDeps } from './endorsed-thing.js';
import { isPublic, type EndorsedThing } from './endorsement.js';
import type { EndorsementStore } from './endorsement-store.js';
import { publicEndorsement } from './public-endorsement.js';
import { shownEndorsements } from './shown-endorsements.js';

type Deps = EndorsedThingDeps & { endorsements: EndorsementStore };

/** JSON text; `gone` after it was withdrawn: to be served with 410. Undefined for what is not public. */
export async function openBadge2Endorsement(
  deps: Deps,
  id: string,
): Promise<{ json: string; gone: boolean } | undefined> {
  const found = await publicEndorsement(deps, id);
  if (!found) return undefined;
  const { base } = deps;
  if (!isPublic(found)) return { json: JSON.stringify(revokedEndorsement(base, id)), gone: true };
  const endorsed = await endorsedThing(deps, found);
  const { statement, organisation } = found.said;
  if (!endorsed || !statement) return undefined;
  const at = addresses(base);
  const { microCredentialId, version } = found;
  const about =
    microCredentialId === undefined || version === undefined
      ? at.issuerProfile2(found.institutionId)
      : at.badgeClass(microCredentialId, version);
  const document = hostedEndorsement({
    base,
    endorsementId: id,
    institution: endorsed.institution,
    about: { id: about, title: textIn(endorsed.title, endorsed.language) },
    endorser: organisation,
    statement,
    validFrom: found.acceptedAt,
  });
  return { json: JSON.stringify(document), gone: false };
}

/** Addresses of those that a badge class or an issuer names, the newest first. */
export async function hostedEndorsements(
  deps: { endorsements: EndorsementStore; base: string },
  thing: EndorsedThing,
): Promise<string[]> {
  const shown = await shownEndorsements(deps, thing);
  const { endorsement2 } = addresses(deps.base);
  return shown.filter(({ said }) => said.statement !== undefined).map(({ id }) => endorsement2(id));
}
