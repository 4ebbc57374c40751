import { expect } from 'chai';
import { bakePng } from '../../../src/documents/baked-image/bake-png.js';
import type { VerificationReport } from '../../../src/domain/verification/report.js';
import { aPicture } from '../../domain/verification/a-picture.js';
import { aClaimedAward } from '../../domain/verification/claimed-award.js';
import { anEndorsement } from '../../domain/verification/an-endorsement.js';
import { aForeignIssuer } from '../../domain/verification/foreign-issuer.js';
import { checkedAt } from '../../domain/verification/foreign-web.js';
import { verifyAnswerShape } from '../../../src/web/pages/verify/verify-answer.js';
import { anOpenBadge2Issuer } from '../../domain/verification/open-badge-2-issuer.js';
import { attaching, linking, linkTo, pdfWithTable } from '../../documents/pdf/pdf.builder.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

describe('the verification page', function () {
  this.timeout(60_000);
  let world: Awaited<ReturnType<typeof aClaimedAward>>;
  let web: WebHarness;

  before(async () => {
    world = await aClaimedAward();
    web = await startWeb(world.deps);
  });
  after(() => web.close());

  const handIn = (fields: Record<string, string | Blob>, accept = 'text/html', language = 'en') => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const headers = { Accept: accept, 'Accept-Language': language };
    return fetch(`${web.url}/verify`, { method: 'POST', body, headers });
  };

  it('when it is opened, then it offers address, file and text, keeps search engines out and is not stored', async () => {
    const { status, text, headers } = await web.browser().get('/verify');
    expect(status).to.equal(200);
    for (const field of ['name="address"', 'name="file"', '<textarea', 'name="email"']) {
      expect(text).to.contain(field);
    }
    expect(headers.get('x-robots-tag')).to.equal('noindex');
    expect(headers.get('cache-control')).to.equal('no-store');
  });

  it('when the address of an award is in the link, then it says valid, by whom, and links the page and the languages', async () => {
    const { status, text } = await web.browser().get(`/verify?address=${encodeURIComponent(world.address)}`);
    expect(status).to.equal(200);
    expect(text).to.contain('This credential is valid');
    expect(text).to.contain('Université de Test');
    expect(text).to.contain(`href="/awards/${world.address.split('/').at(-1)}"`);
    expect(text).to.contain(`?lang&#x3D;fr&amp;address&#x3D;${encodeURIComponent(world.address)}`);
  });

  it('when the text is pasted in French, then it says so in French', async () => {
    const page = await (await handIn({ text: world.documents.openBadge3 }, 'text/html', 'fr')).text();
    expect(page).to.contain('Cette attestation est valide');
    expect(page).to.contain('<html lang="fr"');
  });

  it('when files are handed in, then JSON, JWT and a baked picture are read alike', async () => {
    const { openBadge3, openBadge3Jwt } = world.documents;
    const files = [
      Buffer.from(openBadge3),
      Buffer.from(openBadge3Jwt),
      Buffer.from(bakePng(aPicture, '3.0', openBadge3)),
    ];
    for (const file of files) {
      const answer = await handIn({ file: new Blob([new Uint8Array(file)]), text: '' }, 'application/json');
      expect(((await answer.json()) as VerificationReport).outcome).to.equal('valid');
    }
  });

  it('when a picture is handed in, then the page says that the credential counts, not what is drawn', async () => {
    const file = new Blob([new Uint8Array(bakePng(aPicture, '3.0', world.documents.openBadge3))]);
    const page = await (await handIn({ file, text: '' })).text();
    expect(page).to.contain('What the picture shows is not signed').and.not.contain('PDF');
    const french = await (await handIn({ file, text: '' }, 'text/html', 'fr')).text();
    expect(french).to.contain('Ce que l’image montre n’est pas signé');
  });

  it('when a PDF is handed in, then what is attached to it is checked, and the page says what counts', async () => {
    const file = new Blob([new Uint8Array(pdfWithTable(attaching(world.documents.openBadge3)))]);
    const page = await (await handIn({ file, text: '' })).text();
    expect(page).to.contain('This credential is valid');
    expect(page).to.contain('The pages of the PDF are not signed');
    const pasted = await web.browser().send('/verify', { text: world.documents.openBadge3 });
    expect(pasted.text).not.to.contain('PDF');
    const french = await (await handIn({ file, text: '' }, 'text/html', 'fr')).text();
    expect(french).to.contain('Les pages du PDF ne sont pas signées');
  });

  it('when a PDF without a credential is handed in, then the page says what to do', async () => {
    const file = new Blob([new Uint8Array(pdfWithTable(attaching()))]);
    const page = await (await handIn({ file, text: '' })).text();
    expect(page).to.contain('This cannot be read as a credential');
    expect(page).to.contain('Give the address that stands beside the QR code');
  });

  it('when a PDF lost what was attached, then the award that it links to is checked, and the page says that it is that', async () => {
    const file = new Blob([new Uint8Array(pdfWithTable(linking([linkTo(world.address)])))]);
    const page = await (await handIn({ file, text: '' })).text();
    expect(page).to.contain('This credential is valid');
    expect(page).to.contain(`the award that its pages link to, ${world.address}.`);
    expect(page)
      .to.contain('and the address that was checked.')
      .and.not.to.contain('attached to the PDF was checked');
    const french = await (await handIn({ file, text: '' }, 'text/html', 'fr')).text();
    expect(french).to.contain('Plus rien n’est joint à ce PDF').and.to.contain(world.address);
    const answer = await (await handIn({ file, text: '' }, 'application/json')).json();
    expect(verifyAnswerShape.parse(answer)).to.include({ outcome: 'valid', linkedAddress: world.address });
  });

  it('when a changed credential is pasted as a plain form, then it says altered and believes nothing of it', async () => {
    const text = world.documents.openBadge3.replace('Data literacy', 'Data mastery');
    const page = await web.browser().send('/verify', { text, address: '', email: '' });
    expect(page.text).to.contain('This credential was altered');
    expect(page.text).to.contain('It is not confirmed.');
  });

  it('when something else is pasted, then it cannot be read', async () => {
    const page = await web.browser().send('/verify', { text: 'this is no badge' });
    expect(page.text).to.contain('This cannot be read as a credential');
  });

  it('when an e-mail address is given, then whether it belongs to it stands at the top', async () => {
    const text = world.documents.openBadge3;
    const right = await web.browser().send('/verify', { text, email: ' Ada@Example.org' });
    expect(right.text).to.contain('It belongs to the e-mail address that you gave.');
    const wrong = await web.browser().send('/verify', { text, email: 'eve@example.org' });
    expect(wrong.text).to.contain('This credential is not for that e-mail address');
  });
});

describe('the verification page, for a copy of a hosted badge that was altered', () => {
  it('when it is handed in, then the value of the file and that of the issuer are told apart', async () => {
    const issuer = anOpenBadge2Issuer();
    const web = await startWeb({ fetchDocument: issuer.web.fetchDocument });
    try {
      const { assertion, badge } = issuer.documents;
      const text = JSON.stringify({ ...assertion, badge: { ...badge, name: 'Doctor' } });
      const page = (await web.browser().send('/verify', { text })).text;
      expect(page).to.contain('This credential was altered');
      expect(page).to.contain('In what was handed in: “Doctor”. On the issuer’s server: “Soil sampling”.');
      expect(page).to.contain('This is what the issuer’s server says, not what was handed in.');
      const whole = (await web.browser().send('/verify', { text: JSON.stringify(assertion) })).text;
      expect(whole).to.not.contain('what was handed in');
    } finally {
      await web.close();
    }
  });
});

describe('the verification page, where another verifier is asked', () => {
  it('when it finds fault with a valid badge, then it is told last, and the badge is valid all the same', async () => {
    const issuer = anOpenBadge2Issuer();
    const web = await startWeb({
      fetchDocument: issuer.web.fetchDocument,
      secondOpinion: { ask: async () => ({ faults: ['Odd <picture>.'], missing: [] }) },
    });
    try {
      const text = JSON.stringify(issuer.documents.assertion);
      const page = (await web.browser().send('/verify', { text })).text;
      expect(page).to.contain('This credential is valid');
      const last = page.lastIndexOf('<strong>');
      expect(page.slice(page.lastIndexOf('task-name', last))).to.contain(
        'Another verifier finds no fault in it',
      );
      expect(page).to.contain('Faults: 1. It says: “Odd &lt;picture&gt;.”.');
    } finally {
      await web.close();
    }
  });
});

describe('the verification page, for a credential with endorsements', () => {
  it('when one is right and one is about something else, then both are told by themselves, in both languages and as JSON', async () => {
    const issuer = await aForeignIssuer();
    const credential = issuer.credential();
    const endorsement = await Promise.all(
      [credential['id'] as string, 'https://other.example/1'].map(async (about) =>
        issuer.sign(anEndorsement(issuer, about)),
      ),
    );
    const text = JSON.stringify(await issuer.sign({ ...credential, endorsement }));
    const web = await startWeb({ fetchDocument: issuer.web.fetchDocument, clock: () => checkedAt });
    try {
      const page = (await web.browser().send('/verify', { text })).text;
      expect(page).to.contain('This credential is valid').and.to.contain('Endorsements in it');
      expect(page).to.contain('“We have seen the laboratory of Ada.”').and.to.contain('>Genuine<');
      expect(page).to.contain('It speaks of something else').and.to.contain('>About something else<');
      const french = await web.browser().send('/verify', { text }, { 'Accept-Language': 'fr' });
      expect(french.text).to.contain('Recommandations qu’elle contient').and.to.contain('>Authentique<');
      const answer = await fetch(`${web.url}/verify.json`, {
        method: 'POST',
        body: new URLSearchParams({ text }),
      });
      const { endorsements } = verifyAnswerShape.parse(await answer.json());
      expect(endorsements?.map(({ outcome, aboutThis }) => [outcome, aboutThis])).to.deep.equal([
        ['valid', true],
        ['valid', false],
      ]);
      const alone = (await web.browser().send('/verify', { text: JSON.stringify(endorsement[0]) })).text;
      expect(alone)
        .to.contain('This endorsement is valid')
        .and.to.contain('It is no award')
        .and.to.contain('Endorsement (Open Badges)');
    } finally {
      await web.close();
    }
  });
});
