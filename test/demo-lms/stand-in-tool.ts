/** A tool of a few lines: a key set on loopback and the requests a tool sends, so that the LMS can be tested without Acquis. */
import { createServer, type Server } from 'node:http';
import { randomUUID, type webcrypto } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';

export const allScopes = [
  'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly',
  'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  'https://purl.imsglobal.org/spec/lti-ags/scope/score',
];

export interface StandInTool {
  url: string;
  addresses: { loginUrl: string; launchUrl: string; keySetUrl: string };
  /** How often the key set was read. */
  reads(): number;
  /** A key that is published from now on, beside the others. */
  addKey(kid: string): Promise<void>;
  assertion(lms: DemoLms, change?: Record<string, unknown>, header?: { kid?: string }): Promise<string>;
  close(): Promise<void>;
}

export async function startStandInTool(): Promise<StandInTool> {
  const keys = new Map<string, { publicJwk: JWK; privateKey: webcrypto.CryptoKey }>();
  let reads = 0;
  const addKey = async (kid: string): Promise<void> => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    keys.set(kid, {
      publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' },
      privateKey,
    });
  };
  await addKey('tool-1');
  const server: Server = createServer((_request, response) => {
    reads += 1;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ keys: [...keys.values()].map(({ publicJwk }) => publicJwk) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    addresses: { loginUrl: `${url}/login`, launchUrl: `${url}/launch`, keySetUrl: `${url}/keys` },
    reads: () => reads,
    addKey,
    assertion: (lms, change = {}, { kid = 'tool-1' } = {}) => {
      const { clientId, tokenEndpoint } = lms.registration;
      const iat = Math.floor(Date.now() / 1000);
      const usual = {
        iss: clientId,
        sub: clientId,
        aud: tokenEndpoint,
        iat,
        exp: iat + 60,
        jti: randomUUID(),
      };
      const key = keys.get(kid) ?? keys.get('tool-1');
      if (!key) throw new Error('the tool has a key');
      return new SignJWT({ ...usual, ...change })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .sign(key.privateKey);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function askToken(
  lms: DemoLms,
  clientAssertion: string,
  scope: string | undefined = allScopes.join(' '),
  change: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: clientAssertion,
    ...(scope === undefined ? {} : { scope }),
    ...change,
  });
  return fetch(lms.registration.tokenEndpoint, { method: 'POST', body });
}

/** An access token for all scopes. */
export async function tokenFor(lms: DemoLms, tool: StandInTool, scope?: string): Promise<string> {
  const response = await askToken(lms, await tool.assertion(lms), scope);
  return ((await response.json()) as { access_token: string }).access_token;
}

/** The target and the hidden fields of the first form of a page. */
export function formIn(page: string): { action: string; fields: Record<string, string> } {
  const plain = (text = ''): string =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const inputs = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return {
    action: plain(/<form action="([^"]*)"/.exec(page)?.[1]),
    fields: Object.fromEntries(inputs.map(([, name, value]) => [plain(name), plain(value)])),
  };
}

/** Opens an activity in the LMS: the login request the browser would post to the tool. */
export async function loginRequestOf(
  lms: DemoLms,
  cookie: string,
  activityId: string,
): Promise<Record<string, string>> {
  const response = await fetch(`${lms.url}/activities/${activityId}/launch`, {
    headers: { Cookie: cookie },
    redirect: 'manual',
  });
  if (response.status !== 200) throw new Error(`the LMS answered ${response.status}`);
  return formIn(await response.text()).fields;
}

/** The authentication request a tool makes of a login request. */
export function authenticationRequestOf(lms: DemoLms, login: Record<string, string>): Record<string, string> {
  return {
    response_type: 'id_token',
    response_mode: 'form_post',
    scope: 'openid',
    prompt: 'none',
    client_id: lms.registration.clientId,
    redirect_uri: login['target_link_uri'] ?? '',
    login_hint: login['login_hint'] ?? '',
    lti_message_hint: login['lti_message_hint'] ?? '',
    state: 'state-1',
    nonce: 'nonce-1',
  };
}

export async function authenticate(
  lms: DemoLms,
  cookie: string | undefined,
  asked: Record<string, string>,
  language?: string,
): Promise<{ status: number; page: string; action: string; fields: Record<string, string> }> {
  const response = await fetch(
    `${lms.registration.authorizationEndpoint}?${new URLSearchParams(asked).toString()}`,
    {
      headers: {
        ...(cookie === undefined ? {} : { Cookie: cookie }),
        ...(language === undefined ? {} : { 'Accept-Language': language }),
      },
    },
  );
  const page = await response.text();
  return { status: response.status, page, ...formIn(page) };
}

/** The whole way from a log-in to what is posted to the tool's launch address. */
export async function launch(
  lms: DemoLms,
  userId: string,
  activityId: string,
): Promise<Record<string, string>> {
  const cookie = lms.controls.sessionCookie(userId);
  const login = await loginRequestOf(lms, cookie, activityId);
  return (await authenticate(lms, cookie, authenticationRequestOf(lms, login))).fields;
}
