import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { institutionId, issuedAt, startPublicWeb, type PublicWeb } from './public-web.js';

interface StatusList {
  credentialSubject: { encodedList: string };
}

/** The bit of a place, by hand: most significant first. https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-encoding */
function bitOf(list: StatusList, index: number): number {
  const bytes = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
  return ((bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1;
}

describe('whether an award still stands', function () {
  this.timeout(60_000);
  let web: PublicWeb;
  beforeEach(async () => (web = await startPublicWeb({ definition: { validMonths: 12 } })));
  afterEach(() => web.close());

  const place = () => web.award.statusPlace ?? { listId: '', index: 0 };
  const listAnswer = () => web.get(`/status/${place().listId}`);

  it('when it is in force, then page, status list and assertion say so', async () => {
    const page = await web.page(web.path);
    expect(page).to.match(/class="status-word status-good">Valid</);
    expect(page).to.contain('20 November 2027');
    expect(page).to.contain(`/verify?address&#x3D;${encodeURIComponent(web.base + web.path)}`);
    expect(page).not.to.contain('is-faded');
    expect(bitOf((await (await listAnswer()).json()) as StatusList, place().index)).to.equal(0);
    expect((await web.get(`${web.path}/open-badge-2.json`)).status).to.equal(200);
  });

  it('when it never expires, then the page says that', async () => {
    const lasting = await startPublicWeb();
    expect(await lasting.page(lasting.path)).to.contain('<dt>Expires</dt><dd>never</dd>');
    expect(await lasting.page(lasting.path, 'fr')).to.contain('<dt>Expire</dt><dd>jamais</dd>');
    await lasting.close();
  });

  it('when it is revoked, then the page says word, date and reason, and the picture is grey', async () => {
    await web.revoke('Handed in by somebody else.');
    const page = await web.page(web.path);
    expect(page).to.match(/class="status-word status-bad">Revoked</);
    expect(page).to.contain('The issuer withdrew this award on 20 November 2026.');
    expect(page).to.contain('Handed in by somebody else.');
    expect(page).to.contain('sheet-picture is-faded');
    expect(page).not.to.contain('>Valid<');
    expect(page).not.to.contain(`${web.path}/open-badge-2.json`);
    expect(await web.page(web.path, 'fr')).to.contain('Révoquée');
  });

  it('when it is revoked on the first of a month, then the French page calls that day the first', async () => {
    web.setClock(new Date('2027-01-01T09:00:00Z'));
    await web.revoke();
    expect(await web.page(web.path, 'fr'))
      .to.contain('1er janvier 2027')
      .and.not.contain(' 1 janvier');
  });

  it('when it is revoked, then the status list changes, with its ETag', async () => {
    const before = await listAnswer();
    await web.revoke();
    const etag = before.headers.get('etag') ?? '';
    const after = await web.get(`/status/${place().listId}`, { 'If-None-Match': etag });
    expect(after.status).to.equal(200);
    expect(after.headers.get('etag')).not.to.equal(etag);
    const list = (await after.json()) as StatusList;
    expect(bitOf(list, place().index)).to.equal(1);
    expect(bitOf(list, place().index ^ 7)).to.equal(1);
    expect(bitOf(list, place().index ^ 1)).to.equal(0);
  });

  it('when it is revoked, then the hosted assertion is gone and says why, and the revocation list names the award', async () => {
    const etag = (await web.get(`${web.path}/open-badge-2.json`)).headers.get('etag') ?? '';
    await web.revoke('Handed in by somebody else.');
    const answer = await web.get(`${web.path}/open-badge-2.json`, { 'If-None-Match': etag });
    expect(answer.status).to.equal(410);
    expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
    expect(await answer.json()).to.deep.equal({
      '@context': 'https://w3id.org/openbadges/v2',
      id: `${web.base}${web.path}/open-badge-2.json`,
      type: 'Assertion',
      revoked: true,
      revocationReason: 'Handed in by somebody else.',
    });
    const list = await web.get(`/institutions/${institutionId}/revocation-list.json`);
    const { revokedCredential } = (await list.json()) as { revokedCredential: { id: string }[] };
    expect(revokedCredential.map(({ id }) => id)).to.deep.equal([web.base + web.path]);
  });

  it('when it is revoked, then the list of signed assertions names the id that its own bears, and why', async () => {
    const of = (jws: string) => Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString();
    const list = async () =>
      (await web.get(`/institutions/${institutionId}/revocation-list-2.json`)).json() as Promise<{
        revokedAssertions: unknown[];
      }>;
    const { id } = JSON.parse(of(await (await web.get(`${web.path}/open-badge-2.jws`)).text())) as {
      id: string;
    };
    expect((await list()).revokedAssertions).to.deep.equal([]);
    await web.revoke('Handed in by somebody else.');
    expect((await list()).revokedAssertions).to.deep.equal([
      { id, revocationReason: 'Handed in by somebody else.' },
    ]);
  });

  it('when it was issued before there were signed assertions, then none is offered and none is there', async () => {
    const { documents } = web.award;
    const old = documents && { ...documents, openBadge2Signed: undefined };
    const before = await startPublicWeb({
      offer: { id: web.award.id },
      services: { awards: memoryAwards({ ...web.award, documents: old }) },
    });
    const page = await before.page(web.path);
    expect(page).to.contain('open-badge-2.json').and.not.to.contain('open-badge-2.jws');
    for (const name of ['open-badge-2.jws', 'badge-2-signed.png'])
      expect((await before.get(`${web.path}/${name}`)).status, name).to.equal(404);
    await before.close();
  });

  it('when it is revoked, then what was signed is still served as it was', async () => {
    const signed = ['open-badge-3.json', 'open-badge-3.jwt', 'open-badge-2.jws'];
    const names = [...signed, 'badge.png', 'badge.svg', 'badge-2.png', 'badge-2-signed.png'];
    const read = () =>
      Promise.all(names.map(async (name) => (await web.get(`${web.path}/${name}`)).headers.get('etag')));
    const before = await read();
    await web.revoke();
    expect(await read()).to.deep.equal(before);
  });

  it('when its time is over, then the page says expired, in words and with a grey picture', async () => {
    web.setClock(new Date('2027-11-20T09:00:00Z'));
    const page = await web.page(web.path);
    expect(page).to.match(/class="status-word status-wait">Expired</);
    expect(page).to.contain('Expired on');
    expect(page).to.contain('sheet-picture is-faded');
    expect(await web.page(web.path, 'fr')).to.contain('Expirée');
    web.setClock(issuedAt);
    expect(await web.page(web.path)).to.contain('>Valid<');
  });

  it('when it is revoked and its time is over, then revoked is what counts', async () => {
    await web.revoke();
    web.setClock(new Date('2028-01-01T00:00:00Z'));
    expect(await web.page(web.path)).to.contain('>Revoked<');
  });
});
