import { expect } from 'chai';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { anEndorsement } from '../../domain/verification/an-endorsement.js';
import { aForeignIssuer, type ForeignIssuer } from '../../domain/verification/foreign-issuer.js';
import { aGivenEndorsement, anInvitedEndorsement } from '../../support/builders/an-endorsement.js';
import { readable, shown } from '../course/course-web.js';
import { filled, path, startEndorsing, type EndorseWeb } from './endorse-web.js';

const signedPath = `${path}/signed`;

describe('the page on which a signed endorsement is handed in', function () {
  this.timeout(60_000);
  let web: EndorseWeb;
  let agency: ForeignIssuer;
  before(async () => (agency = await aForeignIssuer('https://agency.example')));
  afterEach(() => web.close());

  const about = 'http://localhost:8080/achievements/micro-credential-1/1';
  const document = async (of = about): Promise<string> =>
    JSON.stringify(
      await signDataIntegrity(
        agency.issuer.dataIntegrity,
        anEndorsement(agency, of, { id: 'https://agency.example/endorsements/1' }),
        new Date('2026-03-04T10:11:12Z'),
      ),
    );
  const begin = async (...given: Parameters<typeof startEndorsing>): Promise<void> => {
    web = await startEndorsing(...given);
    Object.assign(web.services, { fetchDocument: agency.web.fetchDocument });
  };

  it('the form, when it is opened, then names what the endorsement must be about', async () => {
    await begin();
    expect((await web.invited.get(path)).text).to.contain(`href="${signedPath}"`);
    const page = await web.invited.get(signedPath);
    expect(page.text).to.contain(`value="${about}"`);
  });

  it('a right one, when it is handed in, then it is given, and its page says whose signature it bears', async () => {
    await begin();
    const answer = await web.invited.submit(signedPath, { ...filled, document: await document() });
    expect([answer.status, answer.headers.get('Location')]).to.deep.equal([303, path]);
    expect((await web.endorsement()).state).to.equal('given');
    const text = readable((await web.invited.get(path)).text);
    expect(text).to.contain('Signed by the endorser’s own key: agency.example.');
    expect(text).to.contain('We have seen the laboratory of Ada.');
  });

  it('a wrong one, when it is handed in, then the page says why and keeps what was typed', async () => {
    await begin();
    const altered = (await document()).replace('have seen', 'admire');
    const answer = await web.invited.submit(signedPath, { ...filled, document: altered });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.contain('id="document-error"').and.to.contain('href="#document"');
    expect(readable(answer.text))
      .to.contain('not valid; the reasons stand below')
      .and.to.contain('signature');
    expect(shown(answer.text, 'organisation')).to.equal('Acme SA');
    const other = await web.invited.submit(signedPath, { ...filled, document: await document('urn:x:1') });
    expect(readable(other.text)).to.contain('This endorsement is about something else');
    expect((await web.endorsement()).state).to.equal('opened');
  });

  it('after something was given, when the page is opened or sent, then that is told', async () => {
    await begin(aGivenEndorsement());
    expect((await web.invited.get(signedPath)).status).to.equal(409);
    expect(
      (await web.invited.submit(path, { ...filled, document: await document() }, signedPath)).status,
    ).to.equal(409);
  });

  it('the form, when it comes without its token, then is refused', async () => {
    await begin(anInvitedEndorsement({ state: 'opened' }));
    const answer = await web.invited.send(signedPath, { ...filled, document: await document() });
    expect([answer.status, (await web.endorsement()).state]).to.deep.equal([403, 'opened']);
  });
});
