/** What we use of ltijs 5.9.9, which ships no types. */
declare module 'ltijs' {
  import type { Express } from 'express';

  interface LtijsPlatform {
    platformAccessToken(scopes: string): Promise<{ access_token: string; token_type: string }>;
  }
  interface LtijsProvider {
    app: Express;
    setup(key: string, database: { plugin: object }, options: Record<string, unknown>): LtijsProvider;
    deploy(options: { serverless: true; silent: true }): Promise<true>;
    getPlatform(url: string, clientId: string): Promise<LtijsPlatform | false>;
  }
  const ltijs: { Provider: LtijsProvider & { constructor: new () => LtijsProvider } };
  export default ltijs;
  export type { LtijsPlatform, LtijsProvider };
}
