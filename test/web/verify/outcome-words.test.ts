import { sign } from 'node:crypto';
import { expect } from 'chai';
import { europeanDigitalCredential } from '../../../src/documents/elm/european-digital-credential.js';
import { claimAward } from '../../../src/domain/awards/claim-award.js';
import { correctAward } from '../../../src/domain/awards/correct-award.js';
import { anElmContent } from '../../documents/elm/elm-content.builder.js';
import { aClaimedAward, awardId } from '../../domain/verification/claimed-award.js';
import { aCertificate, type Certified } from '../../documents/certificates/certificate.builder.js';
import { anOwner, aSealedFile, university } from '../../documents/seals/sealed.builder.js';
import { aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { memorySharedResults } from '../../support/memory/memory-shared-results.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

const newId = 'NewNewNewNewNewNewNewN';
const newAward = `https://acquis.example.org/awards/${newId}`;

/** A credential for wallets that names its issuer by the certificate alone. */
function signedByCertificate(chain: readonly Certified[]): string {
  const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const x5c = chain.map(({ der }) => der.toString('base64'));
  const text = `${encoded({ alg: 'ES256', typ: 'dc+sd-jwt', x5c })}.${encoded({ vct: 'urn:example:1', iat: 1_775_000_000 })}`;
  const [{ privateKey: key } = aCertificate({ subject: university })] = chain;
  const bytes = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${bytes.toString('base64url')}~`;
}

describe('the result of a verification, where the reason asks something else of the reader', function () {
  this.timeout(60_000);
  let address: string;
  let web: WebHarness;

  before(async () => {
    const world = await aClaimedAward();
    ({ address } = world);
    const deps = { ...world.deps, newId: () => newId };
    await correctAward(deps, { awardId, visit: aTeacherVisit(), version: 1, reason: 'A misspelt name.' });
    await claimAward(deps, { awardId: newId, visit: aVisit(), carryGrade: false, consent: true });
    web = await startWeb({ ...world.deps, sharedResults: memorySharedResults() });
  });
  after(() => web.close());

  const verified = async (fields: Record<string, string>): Promise<string> =>
    (await web.browser().send('/verify', fields)).text.replaceAll('&#x3D;', '=');
  const answered = async (fields: Record<string, string>) => {
    const answer = await fetch(`${web.url}/verify.json`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    return (await answer.json()) as Record<string, unknown>;
  };

  it('when an address is given where nothing stands, a page, or no server, then that is told, and not to send a photo', async () => {
    for (const [given, title] of [
      [`${address}x`, 'There is nothing at this address'],
      [address.replace(/awards.*/, 'formats'), 'At this address there is a web page'],
      ['https://nobody.example/badge', 'The address could not be reached'],
    ] as const) {
      const text = await verified({ address: given });
      expect(text).to.contain(`<title>${title}`).and.not.to.contain('A photo or screenshot');
      expect(text).not.to.contain('Nothing wrong was found');
    }
  });

  it('when an award was replaced by a corrected one, then the page says so and links it; the code stays', async () => {
    const text = await verified({ address });
    expect(text).to.contain('<title>This credential was replaced by a corrected one');
    expect(text).to.contain('Ask for the new one').and.to.contain(`href="${newAward}"`);
    expect(text).not.to.contain('has been revoked').and.not.to.contain('Do not rely on it');
    expect(await answered({ address })).to.include({
      outcome: 'revoked',
      title: 'This credential was replaced by a corrected one',
    });
  });

  it('when that result is shared, then the shared page says the same', async () => {
    const result = /name="result" value="([^"]+)"/.exec(await verified({ address }))?.[1] ?? '';
    const { headers } = await web.browser().send('/verify/results', { result, days: '7' });
    const path = (headers.get('location') ?? '').split('/own/')[0] ?? '';
    const { text } = await web.browser().get(path);
    expect(text).to.contain('This credential was replaced by a corrected one');
    expect(text.replaceAll('&#x3D;', '=')).to.contain(`href="${newAward}"`);
  });

  it('when a token for wallets of another kind is handed in, then what it is and what to ask for is said; the code stays', async () => {
    const text = 'eyJ0eXAiOiJKV1QifQ.e30.AA~';
    const page = await verified({ text });
    expect(page).to.contain('This is a token of another kind').and.to.contain('the Open Badge');
    expect(page).not.to.contain('original file');
    expect(await answered({ text })).to.include({ outcome: 'unreadable' });
  });

  it('when unsigned data for Europass are handed in, then that is said rather than that they are improper; the code stays', async () => {
    const text = JSON.stringify(europeanDigitalCredential(anElmContent()));
    const page = await verified({ text });
    expect(page).to.contain('This is data without a signature').and.to.contain('the Open Badge');
    expect(page).not.to.contain('not a proper credential');
    expect(await answered({ text })).to.include({ outcome: 'invalid' });
  });

  it('when a sealed credential is handed in, then the page says that the seal is intact, whose it claims to be, and what nobody looked at', async () => {
    const { chain } = anOwner();
    const text = aSealedFile({ chain });
    const page = await verified({ text });
    expect(page).to.contain('The seal is intact; whose it is could not be confirmed');
    expect(page).to.contain('Owner, as the certificate says: Université de Namur.');
    expect(page).to.contain('What could not be checked: whether the certificate leads to the trusted lists');
    expect(page).to.contain('This is what it says of itself. It is not confirmed.');
    expect(await answered({ text })).to.include({ outcome: 'unconfirmed', believed: false });
    const own = await verified({ text: aSealedFile({ chain: [aCertificate({ subject: university })] }) });
    expect(own).to.contain('<title>Anybody could have made this seal');
  });

  it('when the key of a credential for wallets comes in a certificate, then the page says that the signature is intact, and what nobody looked at', async () => {
    const { chain, middle } = anOwner();
    const page = await verified({ text: signedByCertificate(chain) });
    expect(page).to.contain('<title>The signature is intact; who signed could not be confirmed');
    expect(page).to.contain('Owner, as the certificate says: Université de Namur.');
    expect(page).to.contain('This is what it says of itself. It is not confirmed.');
    expect(await answered({ text: signedByCertificate(chain) })).to.include({
      outcome: 'unconfirmed',
      believed: false,
    });
    const french = await web.browser().send('/verify?lang=fr', { text: signedByCertificate(chain) });
    expect(french.text).to.contain('La signature est intacte');
    const self = aCertificate({ subject: university });
    expect(await verified({ text: signedByCertificate([self]) })).to.contain(
      '<title>Anybody could have made this signature',
    );
    expect(await verified({ text: signedByCertificate([self, middle]) })).to.contain(
      'The certificates that came with it do not belong together',
    );
  });
});
