/** The reference tool, started beside a demonstration LMS of its own that launches it. */
import { bringStockLtijs } from './bring-stock-ltijs.js';
import { freePort } from './free-port.js';
import { startLauncher, type Launcher } from './launcher.js';
import { startProgram, type MeasuredProgram } from './measured-program.js';

export async function startStockLtijs(
  mongodbUri: string,
): Promise<{ launcher: Launcher; program: MeasuredProgram; origin: string }> {
  const folder = await bringStockLtijs();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const launcher = await startLauncher({ origin, loginUrl: `${origin}/login`, launchUrl: `${origin}/` });
  const { issuer, clientId, authorizationEndpoint, tokenEndpoint, keySetUrl } = launcher.lms.registration;
  const program = await startProgram({
    module: 'bench/support/stock-tool',
    environment: {
      STOCK_FOLDER: folder,
      STOCK_PORT: String(port),
      STOCK_MONGODB_URI: mongodbUri,
      STOCK_PLATFORM: JSON.stringify({
        url: issuer,
        name: 'the demonstration LMS',
        clientId,
        authenticationEndpoint: authorizationEndpoint,
        accesstokenEndpoint: tokenEndpoint,
        authConfig: { method: 'JWK_SET', key: keySetUrl },
      }),
    },
    readySign: 'the reference is ready',
  });
  return { launcher, program, origin };
}
