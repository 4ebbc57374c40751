/** What stands at the public addresses of this installation, made in-process with the deeds that the pages serve it with. */
import { addresses } from '../../documents/addresses.js';
import { absoluteUrl } from '../../shared/absolute-url.js';
import { openBadge2Documents, type OpenBadge2DocumentsDeps } from '../awards/open-badge-2-documents.js';
import { publishedAward } from '../awards/published-award.js';
import { revocationListDocument } from '../awards/revocation-list-document.js';
import { statusListDocument, type StatusListDocumentDeps } from '../awards/status-list-document.js';
import { tokenStatusListDocument } from '../awards/token-status-list-document.js';
import { isPublic } from '../endorsements/endorsement.js';
import type { EndorsementStore } from '../endorsements/endorsement-store.js';
import { openBadge2Endorsement } from '../endorsements/open-badge-2-endorsements.js';
import { publicEndorsement } from '../endorsements/public-endorsement.js';
import { keyDocuments } from '../institutions/key-documents.js';
import { type OwnBases, ownBaseOf, ownBases } from './own-bases.js';
import type { OwnDocument, Standing } from './standing.js';

export type OwnDocumentsDeps = OpenBadge2DocumentsDeps &
  StatusListDocumentDeps &
  OwnBases & { endorsements: EndorsementStore };

type Answer = Promise<string | { json: string; gone: boolean } | { isPage: true } | undefined>;
type Route = [path: RegExp, answer: (...parts: string[]) => Answer];

const id = '([A-Za-z0-9_-]+)';
const path = (pattern: string): RegExp => new RegExp(`^/${pattern.replaceAll('*', id)}$`);

/** Under each origin of the installation what it publishes there. */
export function ownDocuments(deps: OwnDocumentsDeps): OwnDocument {
  const { base, formerBases = [] } = deps;
  const all = new Map([
    [base, documentsOf(deps)],
    ...formerBases.map((former) => [former.base, documentsOf({ ...deps, ...former })] as const),
  ]);
  return async (url) => all.get(ownBaseOf(deps, url) ?? '')?.(url);
}

function documentsOf(deps: OwnDocumentsDeps): OwnDocument {
  const openBadge2 = openBadge2Documents(deps);
  const keys = keyDocuments(deps);
  const openBadge3 = async (awardId: string): Answer =>
    (await publishedAward(deps, awardId))?.documents.openBadge3;
  const openBadge3Jwt = async (awardId: string): Answer =>
    (await publishedAward(deps, awardId))?.documents.openBadge3Jwt;
  const openBadge2Signed = async (awardId: string): Answer =>
    (await publishedAward(deps, awardId))?.documents.openBadge2Signed;
  const endorsement = async (of: string): Answer => {
    const found = await publicEndorsement(deps, of);
    if (!found) return undefined;
    return isPublic(found) ? found.document : { json: 'withdrawn', gone: true };
  };
  const routes: Route[] = [
    [path('awards/*'), openBadge3],
    [path('awards/*/open-badge-3\\.json'), openBadge3],
    [path('awards/*/badge\\.(?:png|svg)'), openBadge3],
    // a certificate has it attached
    [path('awards/*/certificate\\.*\\.pdf'), openBadge3],
    [path('awards/*/open-badge-3\\.jwt'), openBadge3Jwt],
    [path('awards/*/open-badge-2\\.json'), (awardId) => openBadge2.assertion(awardId)],
    [path('awards/*/badge-2\\.png'), (awardId) => openBadge2.assertion(awardId)],
    [path('awards/*/open-badge-2\\.jws'), openBadge2Signed],
    [path('awards/*/badge-2-signed\\.png'), openBadge2Signed],
    [
      path('achievements/*/*/badge-class(?:\\.*)?\\.json'),
      (of, version, key) => openBadge2.badgeClass(of, Number(version), key),
    ],
    [path('endorsements/*'), endorsement],
    [path('endorsements/*/endorsement\\.*'), endorsement],
    [path('endorsements/*/open-badge-2\\.json'), (of) => openBadge2Endorsement(deps, of)],
    [path('institutions/*/issuer-2(?:\\.*)?\\.json'), (of, key) => openBadge2.issuer(of, key)],
    [path('institutions/*/did\\.json'), (of) => keys.did(of)],
    [path('institutions/*/jwks\\.json'), (of) => keys.keySet(of)],
    [path('institutions/*/keys/*\\.json'), (of, key) => keys.key(of, key)],
    [path('institutions/*/keys-2/*\\.json'), (of, key) => openBadge2.key(of, key)],
    [
      path('institutions/*/revocation-list-2(?:\\.*)?\\.json'),
      (of, key) => openBadge2.revocationList(of, key),
    ],
    [path('institutions/*/revocation-list\\.json'), (of) => revocationListDocument(deps, of)],
    [path('status/*\\.jwt'), (list) => tokenStatusListDocument(deps, list)],
    [path('status/*'), async (list) => (await statusListDocument(deps, list))?.credential],
    // for people alone: whoever gives such an address is told that there is a page, not that there is nothing
    [/^\/(?:verify|formats|terms(?:\/\w+)?)?$/, () => Promise.resolve(page)],
    [path('institutions/*'), async (of) => ((await deps.institutions.byId(of)) ? page : undefined)],
    [
      path('achievements/*/*(?:/*)?'),
      async (of, version) =>
        (await deps.microCredentials.byId(of))?.versions.some(({ number }) => number === Number(version))
          ? page
          : undefined,
    ],
  ];
  return async ({ pathname }) => {
    for (const [pattern, answer] of routes) {
      const parts = pattern.exec(pathname)?.slice(1);
      if (!parts) continue;
      const given = await answer(...parts);
      return given === undefined ? undefined : standing(given);
    }
    return undefined;
  };
}

const page = { isPage: true } as const;

function standing(given: NonNullable<Awaited<Answer>>): Standing {
  if (typeof given === 'object' && 'isPage' in given)
    return { found: true, gone: false, body: new Uint8Array(), contentType: 'text/html' };
  const { json, gone } = typeof given === 'string' ? { json: given, gone: false } : given;
  return { found: true, gone, body: Buffer.from(json), contentType: 'application/json' };
}

/** The institution of this installation that has the DID, or one of the profiles of 2.0; undefined when it is another's. */
export async function ownInstitution(
  deps: Pick<OwnDocumentsDeps, 'institutions'> & OwnBases,
  issuer: string,
): Promise<{ legalName: string } | undefined> {
  const profile = path('institutions/*/issuer-2(?:\\.*)?\\.json');
  const [, inProfile, ofKey] = profile.exec(absoluteUrl(issuer)?.pathname ?? '') ?? [];
  const institutionId = /:institutions:([A-Za-z0-9_-]+)$/.exec(issuer)?.[1] ?? inProfile;
  if (institutionId === undefined) return undefined;
  const names = ownBases(deps).flatMap((base) => {
    const at = addresses(base);
    return [at.did(institutionId), at.issuerProfile2(institutionId, ofKey)];
  });
  if (!names.includes(issuer)) return undefined;
  return deps.institutions.byId(institutionId);
}
