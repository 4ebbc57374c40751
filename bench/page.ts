/**
 * `npm run bench -- page`: a request of a person who has launched, up to where a page would be rendered, against an
 * authenticated route of stock ltijs. Both answer with a redirect.
 */
import { Agent, request } from 'undici';
import { startBothTools } from './support/both-tools.js';
import { comparePrograms } from './support/compare-programs.js';
import type { Launched } from './support/launcher.js';

const tools = await startBothTools();
const agent = new Agent();
try {
  const { acquis, stock } = tools;
  // where a visit begins Acquis sends the person on to the page of his role
  const ours = await acquis.launcher.launch();
  const launched = await stock.launcher.launch();
  const theirs = {
    ...launched,
    location: launched.location.replace(`${stock.origin}/?`, `${stock.origin}/page?`),
  };
  console.log('one authenticated request before rendering: CPU ms of the tool, median of turns by turns');
  const ratio = await comparePrograms(
    { label: 'Acquis', program: acquis.program, run: () => open(ours) },
    { label: 'stock ltijs', program: stock.program, run: () => open(theirs) },
    { warmUp: 1000, turns: 10, perTurn: 150, atOnce: 5 },
  );
  console.log(`page ratio ${ratio.toFixed(2)}`);
} finally {
  await agent.close();
  await tools.stop();
}

/** @throws Error when the person is not let in: both send those whom they know elsewhere */
async function open({ location, cookies }: Launched): Promise<void> {
  const { statusCode, body } = await request(location, { dispatcher: agent, headers: { cookie: cookies } });
  const text = await body.text();
  if (statusCode !== 303) throw new Error(`${location} answered ${statusCode}: ${text}`);
}
