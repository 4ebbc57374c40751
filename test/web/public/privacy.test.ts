import { expect } from 'chai';
import { aVisit } from '../../support/builders/a-visit.js';
import { institutionId, microCredentialId, startPublicWeb, type PublicWeb } from './public-web.js';

/** What belongs to the learner or to the examiner, in the forms in which it may slip out. */
const secrets = [
  'Ada',
  'ada@example.org',
  'Learner',
  'learner-1',
  'Tess',
  'teacher-1',
  'Oral exam',
  'platform-1',
];

/** Every byte that is served of an award and around it. */
async function everything(web: PublicWeb): Promise<Map<string, Buffer>> {
  const institution = `/institutions/${institutionId}`;
  const achievement = `/achievements/${microCredentialId}/1`;
  const asked: [path: string, accept: string, language?: string][] = [
    ...['en', 'fr'].map((language): [string, string, string] => [web.path, 'text/html', language]),
    ...['application/json', 'text/plain', 'image/png'].map((type): [string, string] => [web.path, type]),
    ...['open-badge-3.json', 'open-badge-3.jwt', 'open-badge-2.json', 'open-badge-2.jws'].map(
      (name): [string, string] => [`${web.path}/${name}`, '*/*'],
    ),
    ...['badge.png', 'badge.svg', 'badge-2.png', 'badge-2-signed.png'].map((name): [string, string] => [
      `${web.path}/${name}`,
      '*/*',
    ]),
    [achievement, 'text/html'],
    [achievement, 'application/json'],
    [`${achievement}/badge-class.json`, '*/*'],
    [institution, 'text/html'],
    [institution, 'application/json'],
    ...['did.json', 'issuer-2.json', 'jwks.json', 'revocation-list.json', 'revocation-list-2.json'].map(
      (name): [string, string] => [`${institution}/${name}`, '*/*'],
    ),
    [`/status/${web.award.statusPlace?.listId}`, '*/*'],
  ];
  const served = new Map<string, Buffer>();
  for (const [path, accept, language = 'en'] of asked) {
    const answer = await web.get(path, { Accept: accept, 'Accept-Language': language });
    const headers = JSON.stringify([...answer.headers]);
    const body = Buffer.from(await answer.arrayBuffer());
    const parts = /\.jw[st]$/.test(path) || accept === 'text/plain' ? body.toString().split('.') : [];
    const decoded = parts.map((part) => Buffer.from(part, 'base64url'));
    served.set(`${path} ${accept} ${language}`, Buffer.concat([Buffer.from(headers), body, ...decoded]));
  }
  return served;
}

/** A secret as a word of its own: three letters of a name stand by chance in a hash or a signature now and then. */
const asWord = (secret: string): RegExp =>
  new RegExp(`(?<![\\w+/-])${secret.replace('.', '\\.')}(?![\\w+/-])`);

function leaks(served: Map<string, Buffer>): string[] {
  return [...served].flatMap(([where, bytes]) => {
    const text = bytes.toString('latin1');
    return secrets.filter((secret) => asWord(secret).test(text)).map((secret) => `${where}: ${secret}`);
  });
}

describe('who holds an award', function () {
  this.timeout(60_000);
  let web: PublicWeb;
  before(async () => {
    const definition = { title: { en: 'Data' }, description: { en: 'Data.' } };
    web = await startPublicWeb({ definition });
  });
  after(() => web.close());

  it('when it was claimed, then no byte of page or document names a person', async () => {
    const served = await everything(web);
    expect(served.size).to.be.greaterThan(15);
    expect(leaks(served)).to.deep.equal([]);
    expect(await web.page(web.path)).to.contain('The holder has not made their name public.');
  });

  it('when the learner makes it public, then the page alone shows the name, where it comes from, and nothing else', async () => {
    await web.setPublic(true);
    const page = await web.page(web.path);
    expect(page).to.match(/Awarded to<\/span> <strong>Ada Learner<\/strong>/);
    expect(page).to.contain('as the institution’s learning platform knows it');
    expect(page).not.to.contain('ada@example.org');
    const found = leaks(await everything(web)).filter((leak) => !/: (Ada|Learner)$/.test(leak));
    expect(found).to.deep.equal([]);
    const others = leaks(await everything(web)).filter((leak) => !leak.startsWith(`${web.path} text/html`));
    expect(others).to.deep.equal([]);
  });

  it('when its link is shared, then the preview names nobody, public or not', async () => {
    const head = (await web.page(web.path)).split('</head>')[0] ?? '';
    expect(head).to.contain('<meta property="og:title" content="Data">');
    expect(head).to.match(/<meta property="og:image" content="http[^"]+\/image\.png">/);
    for (const secret of secrets) expect(head).not.to.contain(secret);
  });

  it('when the learner hides it again, then nothing names a person any more', async () => {
    await web.setPublic(false);
    expect(leaks(await everything(web))).to.deep.equal([]);
  });
});

describe('a name that the learner typed', function () {
  this.timeout(60_000);

  it('when it is public, then the page says that it is stated by the learner', async () => {
    const visit = aVisit({ person: { subject: 'learner-1', email: 'ada@example.org' } });
    const web = await startPublicWeb({ claim: { visit, name: 'Augusta King' } });
    try {
      await web.setPublic(true);
      const page = await web.page(web.path);
      expect(page).to.contain('Augusta King');
      expect(page).to.contain('The name is stated by the learner');
      expect(await web.page(web.path, 'fr')).to.contain('Le nom est déclaré par l’apprenant');
    } finally {
      await web.close();
    }
  });
});
