import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { expect } from 'chai';
import { freePort } from '../support/acquis-environment.js';
import { runProgram, type Program } from '../support/program.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const program = 'src/app/main.ts';
const key = (): string => randomBytes(32).toString('base64');

describe('the program', function () {
  this.timeout(90_000);
  let database: TestDatabase;
  let environment: Record<string, string>;
  let running: Program | undefined;

  before(async () => {
    database = await openTestDatabase();
    const port = await freePort();
    environment = {
      ACQUIS_BASE_ADDRESS: `http://127.0.0.1:${port}`,
      ACQUIS_PORT: String(port),
      ACQUIS_MASTER_KEY: key(),
      ACQUIS_SESSION_KEY: key(),
      ACQUIS_LOG_LEVEL: 'warn',
      MONGODB_URI: database.uri,
    };
  });
  afterEach(async () => {
    await running?.end('SIGKILL');
    running = undefined;
  });
  after(() => database.drop());

  it('without settings, when it is started, then every fault is told at once, and it ends with 1', async () => {
    running = runProgram(program, { ACQUIS_PORT: 'eighty' });
    expect(await running.ended).to.equal(1);
    for (const name of ['ACQUIS_BASE_ADDRESS', 'ACQUIS_MASTER_KEY', 'ACQUIS_SESSION_KEY', 'ACQUIS_PORT'])
      expect(running.printed()).to.contain(`  ${name}: `);
    expect(running.printed()).to.not.contain('    at ');
  });

  it('with a port that is taken, when it is started, then the port and its setting are told', async () => {
    const taken: Server = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    running = runProgram(program, { ...environment, ACQUIS_PORT: String(port) });
    expect(await running.ended).to.equal(1);
    taken.close();
    expect(running.printed()).to.contain(`ACQUIS_PORT: port ${port} is taken`);
  });

  it('with a database that is away, when it is started, then it says so in a sentence and ends with 1', async () => {
    running = runProgram(program, { ...environment, MONGODB_URI: 'mongodb://127.0.0.1:9/acquis' });
    expect(await running.ended).to.equal(1);
    expect(running.printed()).to.contain('Acquis cannot start.');
    expect(running.printed()).to.not.contain('    at ');
  });

  it('for the first time, when it is started, then it answers, prints a set-up link, and ends at SIGTERM with 0', async () => {
    running = runProgram(program, environment);
    const printed = await running.says(/\/setup\/[A-Za-z0-9_-]{22}/);
    const base = environment['ACQUIS_BASE_ADDRESS'] ?? '';
    expect((await fetch(`${base}/health`)).status).to.equal(200);
    const link = /http\S+\/setup\/\S+/.exec(printed)?.[0] ?? '';
    expect((await fetch(link)).status).to.equal(200);
    expect(await running.end('SIGTERM')).to.equal(0);
  });

  it('a set-up link, when a new one is printed, then opens the set-up and the former one does not', async () => {
    running = runProgram(program, environment);
    const former = /http\S+\/setup\/\S+/.exec(await running.says(/\/setup\/[A-Za-z0-9_-]{22}/))?.[0] ?? '';
    const command = runProgram('src/app/set-up-link.ts', environment);
    expect(await command.ended).to.equal(0);
    const link = /http\S+\/setup\/\S+/.exec(command.printed())?.[0] ?? '';
    expect((await fetch(link)).status).to.equal(200);
    expect((await fetch(former)).status).to.equal(410);
  });

  it('any address, when state=a b is posted to it, then the program goes on', async () => {
    running = runProgram(program, environment);
    await running.says('Acquis answers at');
    const base = environment['ACQUIS_BASE_ADDRESS'] ?? '';
    for (const path of [
      '/',
      '/lti/launch',
      '/lti/login',
      '/lti/keys',
      '/lti/x',
      '/verify',
      '/admin',
      '/any',
    ]) {
      for (const body of ['state=a b', 'state=a;b', 'state=a&state=b', 'state=%0a&id_token=x']) {
        const answer = await fetch(base + path, {
          method: 'POST',
          body,
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        });
        expect(answer.status, `${path} ${body}`).to.be.within(200, 499);
      }
    }
    expect((await fetch(`${base}/health`)).status).to.equal(200);
    expect(running.process.exitCode).to.equal(null);
  });
});
