/**
 * The library's database plug-in: it sees our platforms and our key, keeps its service tokens sealed, and nothing else. Queries
 * hold texts alone, so no operator ever reaches a database. Of launches it keeps nothing: they are not its work here.
 */
import type { LtijsRecords } from '../../domain/platforms/ltijs-records.js';
import type { Platform } from '../../domain/platforms/platform.js';
import type { KnownPlatforms } from '../../domain/platforms/known-platforms.js';
import type { Clock } from '../../shared/clock.js';
import type { Sealing } from '../lti-deps.js';
import type { ToolKey } from './tool-key.js';

export interface LtijsStoreDeps {
  platforms: KnownPlatforms;
  records: LtijsRecords;
  sealing: Sealing;
  clock: Clock;
}

type Query = Record<string, unknown>;
type Texts = Record<string, string>;

/** Seconds before its end that a service token counts as over. */
const safetySeconds = 60;
const context = 'lti-access-token';

export interface LtijsStore {
  setup(): Promise<void>;
  Close(): Promise<void>;
  /** `false` where there is nothing: the library's own convention. */
  Get(key: string | false, collection: string, query?: Query): Promise<object[] | false>;
  Replace(key: string | false, collection: string, query: Query, item: object): Promise<true>;
  Insert(): Promise<never>;
  Modify(): Promise<never>;
  Delete(): Promise<never>;
}

export function ltijsStore(deps: LtijsStoreDeps, key: ToolKey): LtijsStore {
  const get: Record<string, (query: Texts) => Promise<object[]>> = {
    platform: async ({ platformUrl = '', clientId = '' }) => {
      const platform = await deps.platforms.byClient(platformUrl, clientId);
      return platform && platform.state !== 'suspended' ? [toLibrary(platform, key.kid)] : [];
    },
    publickey: ({ kid = key.kid }) => Promise.resolve(kid === key.kid ? [{ kid, key: key.publicKey }] : []),
    privatekey: ({ kid }) => Promise.resolve(kid === key.kid ? [{ kid, key: key.privateKey }] : []),
    accesstoken: async (query) => {
      const records = await deps.records.get('accesstoken', query);
      return records.map(({ content, createdAt }) => ({
        token: JSON.parse(Buffer.from(deps.sealing.open(content, context)).toString('utf8')) as unknown,
        createdAt: createdAt.getTime() - safetySeconds * 1000,
      }));
    },
  };
  const refuse = (): Promise<never> => Promise.reject(new Error('the library keeps nothing of this here'));
  return {
    setup: () => Promise.resolve(),
    Close: () => Promise.resolve(),
    async Get(_key, collection, query = {}) {
      const found = await get[collection]?.(texts(query));
      return found && found.length > 0 ? found : false;
    },
    async Replace(_key, collection, query, item) {
      if (collection !== 'accesstoken' || !('token' in item)) return refuse();
      const createdAt = deps.clock();
      const { expires_in: seconds } = item.token as { expires_in: number };
      const content = deps.sealing.seal(Buffer.from(JSON.stringify(item.token)), context);
      const expiresAt = new Date(createdAt.getTime() + seconds * 1000);
      await deps.records.replace('accesstoken', { fields: texts(query), content, createdAt, expiresAt });
      return true;
    },
    Insert: refuse,
    Modify: refuse,
    Delete: refuse,
  };
}

/** @throws Error for anything but texts: {"$ne": ""} is no value */
function texts(query: Query): Texts {
  for (const value of Object.values(query)) {
    if (typeof value !== 'string') throw new Error('a query of the library may hold texts alone');
  }
  return query as Texts;
}

const toLibrary = (platform: Platform, kid: string): object => ({
  platformName: platform.name,
  platformUrl: platform.issuer,
  clientId: platform.clientId,
  authEndpoint: platform.authorizationEndpoint,
  accesstokenEndpoint: platform.tokenEndpoint,
  authorizationServer: platform.tokenAudience ?? platform.tokenEndpoint,
  kid,
  authConfig: { method: 'JWK_SET', key: platform.keySetUrl },
});
