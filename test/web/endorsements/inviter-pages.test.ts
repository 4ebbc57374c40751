import { expect } from 'chai';
import {
  aGivenEndorsement,
  anAcceptedEndorsement,
  anInvitedEndorsement,
} from '../../support/builders/an-endorsement.js';
import { aMicroCredential } from '../../support/builders/a-definition.js';
import { memoryEndorsements } from '../../support/memory/memory-endorsements.js';
import { readable, shown, startCourse, type Person } from '../course/course-web.js';
import { signedInAdministrator } from '../admin/admin-forms.js';
import { startWeb } from '../support/web-harness.js';
import { filled, path, startEndorsing, type EndorseWeb } from './endorse-web.js';

const list = 'credential/endorsements';

describe('the endorsements of a course, for its teacher', function () {
  this.timeout(60_000);
  let web: EndorseWeb;
  let teacher: Person;
  const begin = async (...given: Parameters<typeof startEndorsing>): Promise<void> => {
    web = await startEndorsing(...given);
    teacher = await web.teacher();
  };
  afterEach(() => web.close());

  it('an invitation, when it is made, then its link is shown this one time', async () => {
    await begin();
    expect((await teacher.get('credential')).text).to.contain(`${list}"`);
    const made = await teacher.submit(list, { invited: 'Bakers’ guild', days: '14' });
    const link = /value="(http:\/\/localhost:8080\/endorse\/[\w-]{22})"/.exec(made.text)?.[1] ?? '';
    expect(link).to.not.equal('');
    const again = await teacher.get(list);
    expect(readable(again.text)).to.contain('Bakers’ guild').and.to.contain('Invited');
    expect(again.text).to.not.contain('/endorse/');
    expect((await web.invited.get(link.replace('http://localhost:8080', ''))).status).to.equal(200);
  });

  it('the page that shows a link, when it is loaded again, then there is one invitation and one message, and the page says so', async () => {
    await begin(undefined, 'sent');
    const { text } = await teacher.get(list);
    const once = shown(text, 'once') ?? '';
    const countIn = (page: string): number => page.split('<li class="panel">').length - 1;
    for (const email of ['', 'jane@acme.example']) {
      const form = { invited: 'Acme', email, days: '30', once: email ? `${once.slice(0, 21)}_` : once };
      const made = await teacher.submit(list, form);
      const again = await teacher.submit(list, form);
      expect([made.status, again.status]).to.deep.equal([200, 409]);
      expect(made.text.includes('/endorse/')).to.equal(email === '');
      expect(again.text).to.contain('nothing was made or sent a second time').and.not.contain('/endorse/');
    }
    expect(countIn((await teacher.get(list)).text) - countIn(text)).to.equal(2);
    expect(web.messages).to.have.length(1);
  });

  it('an invitation, when the mail server takes it, then the link is not shown', async () => {
    await begin(undefined, 'sent');
    const email = 'jane@acme.example';
    const made = await teacher.submit(list, { invited: 'Acme', email, days: '30' });
    expect(readable(made.text)).to.contain('The invitation to Acme was sent.');
    expect(made.text).to.not.contain('/endorse/');
    expect(web.messages.map(({ to }) => to.address)).to.deep.equal([email]);
  });

  it('an invitation, when it has faults, then they are told', async () => {
    await begin(undefined, 'sent');
    const answer = await teacher.submit(list, { invited: '', email: 'jane at acme', days: '30' });
    expect(answer.status).to.equal(422);
    for (const name of ['invited', 'email']) expect(answer.text).to.contain(`id="${name}-error"`);
    expect(web.messages).to.deep.equal([]);
  });

  it('a given endorsement, when it is accepted, hidden and shown again, then each is told', async () => {
    await begin(aGivenEndorsement());
    expect(readable((await teacher.get(list)).text)).to.contain('Acme SA To be accepted');
    const one = `${list}/${(await web.endorsement()).id}`;
    const page = readable((await teacher.get(one)).text);
    expect(page).to.contain('We hire people who hold it.').and.to.contain('jane@acme.example');
    for (const [decision, told, state] of [
      ['accept', 'The endorsement is public from now on', 'accepted'],
      ['hide', 'The endorsement is shown no more', 'hidden'],
      ['show', 'The endorsement is shown again', 'accepted'],
    ] as const) {
      const { status, headers } = await teacher.submit(one, { decision });
      expect(status, decision).to.equal(303);
      expect(readable((await teacher.browser.get(headers.get('Location') ?? '')).text)).to.contain(told);
      expect((await web.endorsement()).state).to.equal(state);
    }
  });

  it('a given endorsement, when the teacher opens the activity, then the page says that it waits, until it is decided on', async () => {
    await begin(aGivenEndorsement());
    const waits = '1 endorsement waits to be accepted. Look at the endorsements';
    expect(readable((await teacher.get('credential')).text)).to.contain(waits);
    await teacher.submit(`${list}/${(await web.endorsement()).id}`, { decision: 'accept' });
    expect(readable((await teacher.get('credential')).text)).to.not.contain('waits to be accepted');
  });

  it('an endorsement, when its address is confirmed, then the teacher gets a message', async () => {
    await begin(undefined, 'sent');
    await web.teacher({ person: { subject: 'teacher-1', name: 'Tess', email: 'tess@univ.example.org' } });
    await web.invited.submit(path, { ...filled, then: 'give' });
    const link = /\/endorse\/confirm\/[\w-]{22}/.exec(web.messages[0]?.text ?? '')?.[0] ?? '';
    await web.invited.submit(link, {});
    expect(web.messages.map(({ to }) => to.address)).to.deep.equal([filled.email, 'tess@univ.example.org']);
    expect(web.messages[1]?.subject).to.contain('waits to be accepted');
  });

  it('a decision, when it is unknown or comes too late, then is refused in words', async () => {
    await begin(anAcceptedEndorsement());
    const one = `${list}/${(await web.endorsement()).id}`;
    expect((await teacher.submit(one, { decision: 'sell' })).status).to.equal(400);
    expect((await teacher.submit(one, { decision: 'decline' })).status).to.equal(409);
    expect((await web.endorsement()).state).to.equal('accepted');
  });

  it('an endorsement that waits for its e-mail address, when the teacher looks, then is not shown yet', async () => {
    await begin(aGivenEndorsement({ state: 'unconfirmed' }));
    const page = await teacher.get(`${list}/${(await web.endorsement()).id}`);
    expect(readable(page.text))
      .to.contain('E-mail not confirmed')
      .and.not.contain('We hire')
      .and.not.contain('jane@');
  });

  for (const [what, other] of [
    ['another micro-credential', aGivenEndorsement({ microCredentialId: 'micro-credential-2' })],
    ['the institution', aGivenEndorsement({ microCredentialId: undefined, version: undefined })],
    ['another institution', aGivenEndorsement({ institutionId: 'institution-2' })],
  ] as const)
    it(`an endorsement of ${what}, when its id is tried, then is not found`, async () => {
      await begin(other);
      const one = `${list}/${other.id}`;
      expect((await teacher.get(one)).status).to.equal(404);
      expect((await teacher.post(one, { decision: 'accept' })).status).to.equal(404);
      expect((await web.endorsement()).state).to.equal('given');
    });

  it('a learner, when they try, then may neither see nor do anything', async () => {
    await begin(aGivenEndorsement());
    const learner = await web.learner();
    const one = `${list}/${(await web.endorsement()).id}`;
    for (const page of [list, one]) {
      expect((await learner.get(page)).status).to.equal(403);
      expect((await learner.post(page, { invited: 'Me', days: '14', decision: 'accept' })).status).to.equal(
        403,
      );
    }
    expect((await web.endorsement()).state).to.equal('given');
  });

  it('a micro-credential that is not published, when its endorsements are looked at, then nobody can be invited', async () => {
    const draft = aMicroCredential({ versions: [] });
    web = { ...(await startCourse({ microCredential: draft })) } as EndorseWeb;
    teacher = await web.teacher();
    expect(readable((await teacher.get(list)).text)).to.contain('Publish the micro-credential first');
    expect((await teacher.post(list, { invited: 'Acme', days: '14' })).status).to.equal(422);
  });
});

describe('the endorsements of an institution, for the administrator', function () {
  this.timeout(60_000);

  it('a given endorsement, when the overview is opened, then it says at the institution that one waits', async () => {
    const endorsements = memoryEndorsements();
    const web = await startWeb({ endorsements });
    try {
      const admin = await signedInAdministrator(web);
      const [institution] = await web.services.institutions.all();
      const of = { institutionId: institution?.id ?? '', microCredentialId: undefined, version: undefined };
      const waits = '1 endorsement waits to be accepted.';
      expect(readable((await admin.get('/admin')).text)).to.not.contain(waits);
      await endorsements.add(aGivenEndorsement({ ...of, courseId: undefined }));
      expect(readable((await admin.get('/admin')).text)).to.contain(waits);
    } finally {
      await web.close();
    }
  });

  it('the list, when somebody is invited, then shows the link once; the way there is on the overview', async () => {
    const web = await startWeb({ endorsements: memoryEndorsements(anInvitedEndorsement()) });
    try {
      const admin = await signedInAdministrator(web);
      const [institution] = await web.services.institutions.all();
      const path = `/admin/institutions/${institution?.id}/endorsements`;
      expect((await admin.get('/admin')).text).to.contain(`href="${path}"`);
      const made = await admin.submit(path, { invited: 'Agency', days: '60' });
      const link = /value="http:\/\/localhost:8080(\/endorse\/[\w-]{22})"/.exec(made.text)?.[1] ?? '';
      const page = await web.browser().get(link);
      expect(readable(page.text)).to.contain('Haute École de Test');
      expect(readable((await admin.get(path)).text))
        .to.contain('Agency Link opened')
        .and.not.contain('Acme');
      expect((await admin.get('/admin/institutions/nobody/endorsements')).status).to.equal(404);
      expect((await web.browser().get(path)).status).to.equal(303);
    } finally {
      await web.close();
    }
  });
});
