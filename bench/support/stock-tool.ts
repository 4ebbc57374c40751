/**
 * The reference: a tool of stock ltijs 5.9.9 with its own database code and its usual settings, run in a process of its own.
 * It answers /page as an authenticated route that renders nothing.
 */
import { createRequire } from 'node:module';

/** What is used here of the library, which brings no types. */
interface Provider {
  setup(key: string, database: object, options: object): void;
  deploy(options: { port: number; silent: boolean }): Promise<boolean>;
  registerPlatform(platform: object): Promise<unknown>;
  onConnect(handler: (token: unknown, req: unknown, res: Answer) => unknown): void;
  app: { get(path: string, handler: (req: unknown, res: Answer) => unknown): void };
}
interface Answer {
  redirect(status: number, address: string): void;
}

const { STOCK_FOLDER = '', STOCK_PORT = '', STOCK_MONGODB_URI = '', STOCK_PLATFORM = '{}' } = process.env;
const { Provider: provider } = createRequire(STOCK_FOLDER)('ltijs') as { Provider: Provider };

provider.setup(
  'a key of the benchmark, 32 signs or more',
  { url: STOCK_MONGODB_URI },
  { cookies: { secure: false, sameSite: '' }, tokenMaxAge: 60 },
);
provider.onConnect((_token, _req, res) => res.redirect(303, '/elsewhere'));
provider.app.get('/page', (_req, res) => res.redirect(303, '/elsewhere'));
await provider.deploy({ port: Number(STOCK_PORT), silent: true });
await provider.registerPlatform(JSON.parse(STOCK_PLATFORM) as object);
console.log('the reference is ready');
