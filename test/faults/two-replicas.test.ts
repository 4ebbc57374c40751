import { expect } from 'chai';
import type { RunningAcquis } from '../../src/app/compose.js';
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';
import type { MicroCredential } from '../../src/domain/micro-credentials/micro-credential.js';
import { confirmed, linkedLms, people, activities, publishedIn } from '../support/linked-world.js';
import { personOverHttp, type Answer } from '../support/person-over-http.js';
import { startTestAcquis, type TestAcquis } from '../support/running-acquis.js';

describe('two replicas on one database', function () {
  this.timeout(90_000);
  let acquis: TestAcquis;
  let second: RunningAcquis;
  let lms: DemoLms;
  let microCredential: MicroCredential;

  before(async () => {
    acquis = await startTestAcquis();
    second = await acquis.replica();
    lms = await linkedLms(acquis.services, acquis.base);
    microCredential = await publishedIn(acquis.services, lms);
  });
  after(async () => {
    await lms?.close();
    await acquis?.end();
  });

  const atSecond = (url: string): string => url.replace(acquis.base, `http://localhost:${second.port}`);

  it('one launch, when it is posted ten times to both, then lets somebody in once', async () => {
    const person = personOverHttp();
    const { url, fields } = await person.beginLaunch(lms, people.passed, activities.open);
    // the same browser at both replicas: one origin in life, two ports here
    person.cookies.set(
      new URL(atSecond(url)).origin,
      person.cookies.get(acquis.base) ?? new Map<string, string>(),
    );
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => person.send(n % 2 ? url : atSecond(url), fields)),
    );
    expect(answers.filter(({ status }) => status === 200)).to.have.length(1);
    expect(answers.filter(({ status }) => status === 403)).to.have.length(9);
  });

  it('one award, when it is claimed ten times at both, then is issued once with one status place', async () => {
    await confirmed(acquis.services, microCredential, people.passed);
    const person = personOverHttp();
    const page = await person.launch(lms, people.passed, activities.open);
    const visit = page.url.replace(/\/progress$/, '');
    const claimPage = await person.open(`${visit}/claim`);
    expect(claimPage.status).to.equal(200);
    const token = /name="_form" value="([^"]+)"/.exec(claimPage.text)?.[1] ?? '';
    person.cookies.set(
      new URL(atSecond(visit)).origin,
      person.cookies.get(acquis.base) ?? new Map<string, string>(),
    );
    const answers: Answer[] = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        person.send(`${n % 2 ? visit : atSecond(visit)}/claim`, { _form: token, consent: 'yes' }),
      ),
    );
    const addresses = new Set(answers.map(({ text }) => /\/awards\/[A-Za-z0-9_-]{22}/.exec(text)?.[0]));
    expect([...addresses]).to.have.length(1);
    const awards = await acquis.services.awards.ofMicroCredential(microCredential.id);
    expect(awards.filter(({ subject }) => subject === people.passed)).to.have.length(1);
    expect(awards[0]?.state).to.equal('issued');
    expect(awards[0]?.history.filter(({ what }) => what === 'issued')).to.have.length(1);
  });

  it('an award, when it is revoked at one, then is revoked at the other at once, status list included', async () => {
    const [award] = await acquis.services.awards.ofMicroCredential(microCredential.id);
    const place = award?.statusPlace;
    if (!award || !place) throw new Error('the award was issued before');
    const list = async (port: number): Promise<string> =>
      (await fetch(`http://localhost:${port}/status/${place.listId}`)).text();
    const before = await list(second.port);
    const teacher = personOverHttp();
    const page = await teacher.launch(lms, people.teacher, activities.open);
    const visit = page.url.replace(/\/credential$/, '');
    const revoked = await teacher.submit(`${visit}/roster/revoke/${award.id}`, {
      reason: 'By mistake.',
    });
    expect(revoked.status, revoked.text).to.equal(200);
    expect(
      (await fetch(`http://localhost:${second.port}/awards/${award.id}/open-badge-2.json`)).status,
    ).to.equal(410);
    expect(await list(second.port)).to.not.equal(before);
    expect(await list(second.port)).to.equal(await list(acquis.port));
  });
});
