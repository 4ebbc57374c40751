import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { pino } from 'pino';
import { readSettings } from '../../config/settings.js';
import { compose } from '../../src/app/compose.js';
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';
import type { WebServices } from '../../src/web/web-services.js';
import { acquisEnvironment } from '../support/acquis-environment.js';
import { activities, confirmed, linkedLms, publishedIn } from '../support/linked-world.js';
import { personOverHttp, type Answer } from '../support/person-over-http.js';
import { runProgram, type Program } from '../support/program.js';
import type { TestDatabase } from '../support/test-database.js';

/** Milliseconds after the click at which the process is killed: before, while and after it signs and stores. */
const moments = [0, 5, 10, 15, 20, 30, 45, 80];

const tokenIn = ({ text }: Answer): string => /name="_form" value="([^"]+)"/.exec(text)?.[1] ?? '';

function newLearner(lms: DemoLms, nth: number): string {
  const id = String(500 + nth);
  lms.controls.addPerson({
    id,
    username: `claims${nth}`,
    givenName: `Claims${nth}`,
    familyName: 'Learner',
    email: `claims${nth}@example.invalid`,
    sourcedId: '',
    isSuspended: false,
  });
  lms.controls.enrol('2', id, 'learner');
  return id;
}

describe('Acquis killed while somebody claims', function () {
  this.timeout(180_000);
  let database: TestDatabase;
  let environment: Record<string, string>;
  let base: string;
  let program: Program;
  let lms: DemoLms;
  let stopWatcher: () => Promise<void>;
  let services: WebServices;

  const start = async (): Promise<void> => {
    program = runProgram('src/app/main.ts', environment);
    await program.says('Acquis answers at');
  };

  before(async () => {
    ({ base, database, environment } = await acquisEnvironment());
    await start();
    // a replica that is never killed looks at what the killed one left
    const watcher = await compose(readSettings({ ...environment, ACQUIS_PORT: '0' }), {
      log: pino({ level: 'silent' }),
    });
    services = watcher.services;
    stopWatcher = () => watcher.stop();
    lms = await linkedLms(services, base);
  });
  after(async () => {
    await lms?.close();
    await program?.end('SIGKILL');
    await stopWatcher?.();
    await database?.drop();
  });

  it('at any moment, when it runs again, then nothing is lost and nothing is doubled', async () => {
    const microCredential = await publishedIn(services, lms);
    const outcomes: string[] = [];
    for (const [round, moment] of moments.entries()) {
      const learner = newLearner(lms, round);
      await confirmed(services, microCredential, learner);
      const person = personOverHttp();
      const { url } = await person.launch(lms, learner, activities.open);
      const claim = url.replace(/\/progress$/, '/claim');
      const fields = { _form: tokenIn(await person.open(claim)), consent: 'yes' };
      const sent = person.send(claim, fields).then(
        ({ status }) => String(status),
        () => 'cut off',
      );
      await sleep(moment);
      await program.end('SIGKILL');
      outcomes.push(await sent);
      await start();

      const page = await person.open(claim);
      if (page.url === claim) await person.send(claim, fields);
      const all = await services.awards.ofMicroCredential(microCredential.id);
      const awards = all.filter(({ subject }) => subject === learner);
      const when = `killed after ${moment} ms`;
      expect(awards, when).to.have.length(1);
      expect(awards[0]?.state, when).to.equal('issued');
      expect(
        awards[0]?.history.filter(({ what }) => what === 'issued'),
        when,
      ).to.have.length(1);
      expect((await fetch(`${base}/awards/${awards[0]?.id}/open-badge-3.json`)).status).to.equal(200);
    }
    expect(outcomes, 'at least one claim was cut off').to.include('cut off');
  });
});
