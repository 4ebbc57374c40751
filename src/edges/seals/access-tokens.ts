/**
 * Tokens with which a signing service is asked: OAuth 2.0, client credentials, scope "service". Kept while they last.
 * https://cloudsignatureconsortium.org/resources/download-api-specifications/ section 8.4, https://www.rfc-editor.org/rfc/rfc6749#section-4.4
 */
import type { SealAccess } from '../../domain/seals/seal-service.js';
import type { Clock } from '../../shared/clock.js';
import type { OutboundFetch } from '../../shared/outbound-fetch.js';
import { Problem } from '../../shared/problem.js';
import { recentlyUsed } from '../../shared/recently-used.js';
import { askService } from './ask-service.js';
import { serverMetadataShape, type ServiceInfo, tokenShape } from './csc-shapes.js';

export interface AccessTokens {
  /** For the header Authorization. @throws Problem seal-* */
  of(access: SealAccess, info: ServiceInfo): Promise<string>;
  /** The service no longer takes what it gave. */
  drop(access: SealAccess): void;
}

/** Milliseconds before its end at which a token is no longer used. */
const margin = 30_000;
/** Seconds, where the service does not tell. */
const usualLife = 300;
const most = 50;

export function createAccessTokens({ fetch, clock }: { fetch: OutboundFetch; clock: Clock }): AccessTokens {
  const kept = recentlyUsed<{ secret: string; authorization: string; until: number }>(most);
  return {
    async of(access, info) {
      const known = kept.get(keyOf(access));
      // another secret is another try: what a former one got must not answer for it
      if (known?.secret === access.clientSecret && known.until > clock().getTime())
        return known.authorization;
      const url = await tokenAddress(fetch, access, info);
      const { access_token: token, expires_in: life = usualLife } = await ask(fetch, url, access);
      const authorization = `Bearer ${token}`;
      const until = clock().getTime() + life * 1000 - margin;
      kept.set(keyOf(access), { secret: access.clientSecret, authorization, until });
      return authorization;
    },
    drop: (access) => void kept.delete(keyOf(access)),
  };
}

const keyOf = ({ address, clientId }: SealAccess): string => JSON.stringify([address, clientId]);

/** A secret that was typed for an address on https goes to no other, nor where one that is on none says. */
async function tokenAddress(fetch: OutboundFetch, access: SealAccess, info: ServiceInfo): Promise<string> {
  const { oauth2, oauth2Issuer } = info;
  if (oauth2Issuer === undefined)
    return asSafe(access, `${(oauth2 ?? access.address).replace(/\/+$/, '')}/oauth2/token`);
  return asSafe(access, (await askMetadata(fetch, asSafe(access, oauth2Issuer))).token_endpoint);
}

function asSafe({ address }: SealAccess, url: string): string {
  if (!address.startsWith('https:') || url.startsWith('https:')) return url;
  throw new Problem('seal-refused', { detail: 'a token address without https', facts: { step: 'info' } });
}

function askMetadata(fetch: OutboundFetch, issuer: string) {
  const { origin, pathname } = new URL(issuer);
  const url = `${origin}/.well-known/oauth-authorization-server${pathname.replace(/\/$/, '')}`;
  return askService(fetch, { step: 'info', url, shape: serverMetadataShape, onlyAsks: true });
}

/** Id and secret go in the body, as the interface has it; servers that ask for them in the header say that they do not know the client. */
async function ask(fetch: OutboundFetch, url: string, { clientId, clientSecret }: SealAccess) {
  const asked = { grant_type: 'client_credentials', scope: 'service' };
  const question = { step: 'token', url, shape: tokenShape } as const;
  try {
    const form = { ...asked, client_id: clientId, client_secret: clientSecret };
    return await askService(fetch, { ...question, form });
  } catch (error) {
    if (!(error instanceof Problem) || error.facts['error'] !== 'invalid_client') throw error;
    const pair = [clientId, clientSecret].map(encodeURIComponent).join(':');
    const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
    return askService(fetch, { ...question, form: asked, authorization });
  }
}
