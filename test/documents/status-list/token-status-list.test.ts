import { inflateSync } from 'node:zlib';
import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list';
import { expect } from 'chai';
import { decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { statusListPlaces } from '../../../src/documents/status-list/bitstring.js';
import { tokenStatusList } from '../../../src/documents/status-list/token-status-list.js';
import { testBase } from '../credential-content.builder.js';
import { aTestIssuer } from '../signers.js';

describe('tokenStatusList', () => {
  const validFrom = new Date('2026-05-06T07:08:09Z');
  const made = async (revokedIndexes: number[]) => {
    const issuer = await aTestIssuer();
    const list = { base: testBase, institutionId: 'inst1', listId: 'list1', validFrom, revokedIndexes };
    return { issuer, token: await tokenStatusList(issuer.dataIntegrity, list) };
  };

  it('given revoked awards, when another library reads it, then their places are set and no others but their pairs', async () => {
    const { token } = await made([0, 4242, 131_071]);
    const list = getListFromStatusListJWT(token);
    const set = Array.from({ length: statusListPlaces }, (_, place) => place).filter(
      (place) => list.getStatus(place) === 1,
    );
    expect(set).to.deep.equal([0, 7, 4242, 4245, 131_064, 131_071]);
  });

  it('given no revoked award, when it is unpacked, then it has all places and none is set', async () => {
    const { token } = await made([]);
    const { lst } = decodeJwt(token)['status_list'] as { lst: string };
    const bits = inflateSync(Buffer.from(lst, 'base64url'));
    expect(bits.length * 8).to.equal(statusListPlaces);
    expect(bits.every((byte) => byte === 0)).to.equal(true);
  });

  it('when jose verifies it, then it is a status list of its address, by the key of the institution', async () => {
    const { issuer, token } = await made([]);
    const key = await importJWK(issuer.ed25519Jwk, 'EdDSA');
    const { payload } = await jwtVerify(token, key, { typ: 'statuslist+jwt' });
    expect(payload).to.include({
      iss: issuer.did,
      sub: 'https://acquis.example/status/list1.jwt',
      iat: validFrom.getTime() / 1000,
      ttl: 60,
    });
    expect(decodeProtectedHeader(token).kid).to.equal(`${issuer.did}#${issuer.multikey}`);
  });
});
