/** A credential for wallets of an award that was really claimed, verified by another library with what our addresses serve. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { expect } from 'chai';
import { didWebAddress } from '../../../src/documents/did/did-web-address.js';
import { readSdJwt } from '../../../src/documents/sd-jwt/read-sd-jwt.js';
import { jwkOfMultikey } from '../../../src/documents/proofs/jwk-of-multikey.js';
import { isPublished } from '../../../src/domain/awards/is-published.js';
import { sdJwtDocument } from '../../../src/domain/awards/sd-jwt-document.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { issuedAt, startPublicWeb, type PublicWeb } from './public-web.js';

interface Key {
  id: string;
  publicKeyMultibase?: string;
}

describe('a credential for wallets, with the addresses that it names', function () {
  this.timeout(60_000);
  let web: PublicWeb;
  let made: string;

  const start = async (world: Parameters<typeof startPublicWeb>[0] = {}): Promise<void> => {
    web = await startPublicWeb(world);
    const award = await web.services.awards.byId(web.award.id);
    if (!award || !isPublished(award)) throw new Error('nothing was claimed');
    made = (await sdJwtDocument(web.services, award)) ?? '';
  };
  beforeEach(() => start());
  afterEach(() => web.close());

  /** The key that a JWS names, from the DID document of its issuer. */
  const keyOf = async (jws: string) => {
    const [header = '', payload = ''] = jws.split('.');
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
    const { iss } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iss: string };
    expect(kid.startsWith(`${iss}#`)).to.equal(true);
    const address = didWebAddress(iss)?.replace('https:', 'http:') ?? '';
    const did = (await (await web.get(address)).json()) as { verificationMethod: Key[] };
    const key = did.verificationMethod.find(({ id }) => id === kid);
    const jwk = jwkOfMultikey(key?.publicKeyMultibase ?? '');
    return createPublicKey({ key: jwk as never, format: 'jwk' });
  };

  const verifiedElsewhere = async () => {
    const reader = new SDJwtVcInstance({
      hasher: (data: string | ArrayBuffer) =>
        createHash('sha256')
          .update(typeof data === 'string' ? data : Buffer.from(data))
          .digest(),
      hashAlg: 'sha-256',
      loadTypeMetadataFormat: true,
      verifier: async (data: string, signature: string) =>
        verify(null, Buffer.from(data), await keyOf(data), Buffer.from(signature, 'base64url')),
    });
    return reader.verify(made, { currentDate: issuedAt.getTime() / 1000 });
  };

  it('when another library asks them, then key, status and type are found and the learner is named', async () => {
    const { payload, typeMetadata } = await verifiedElsewhere();
    expect(payload).to.include({ name: 'Ada Learner', title: 'Data literacy' });
    expect(typeMetadata?.mergedTypeMetadata.display?.map(({ name }) => name)).to.deep.equal([
      'Micro-credential',
      'Microcertification',
    ]);
  });

  it('when the award is revoked, then another library refuses it', async () => {
    await web.revoke();
    const outcome = await verifiedElsewhere().catch((error: Error) => error);
    expect(outcome)
      .to.be.instanceOf(Error)
      .with.property('message')
      .that.matches(/status/i);
  });

  it('when the keys are renewed, then it verifies all the same', async () => {
    await web.close();
    await start({ services: { keys: memoryKeys() } });
    const old = await web.keys.published(web.award.institutionId);
    await web.keys.renew(
      web.award.institutionId,
      old.map(({ id }) => id),
    );
    expect((await verifiedElsewhere()).payload).to.include({ name: 'Ada Learner' });
  });

  it('when its list is unknown, then there is none', async () => {
    expect((await web.get('/status/0123456789abcdefghijkl.jwt')).status).to.equal(404);
    expect((await web.get('/status/short.jwt')).status).to.equal(404);
  });

  it('when its public page is disclosed, then it is there', async () => {
    const read = readSdJwt(made);
    expect((await web.get(read?.claims['award'] as string)).status).to.equal(200);
    expect((await web.get(read?.claims['achievement'] as string)).status).to.equal(200);
  });
});
