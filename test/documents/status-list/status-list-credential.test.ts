/** https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistcredential */
import { expect } from 'chai';
import { readCredential } from '../../../src/documents/read/read-credential.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { encodeStatusList } from '../../../src/documents/status-list/bitstring.js';
import { revocationList } from '../../../src/documents/status-list/revocation-list.js';
import { statusListCredential } from '../../../src/documents/status-list/status-list-credential.js';
import { testBase } from '../credential-content.builder.js';
import { referenceFault } from '../reference-verifier.js';
import { aTestIssuer } from '../signers.js';

const validFrom = new Date('2026-03-04T10:11:12.5Z');
const input = {
  base: testBase,
  institutionId: 'inst1',
  listId: 'list1',
  revokedIndexes: [7, 4242],
  validFrom,
};

describe('statusListCredential', () => {
  it('made of revoked places, has id, types, issuer and list as the specification wants', () => {
    expect(statusListCredential(input)).to.deep.equal({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'https://acquis.example/status/list1',
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: 'did:web:acquis.example:institutions:inst1',
      validFrom: '2026-03-04T10:11:12Z',
      credentialSubject: {
        id: 'https://acquis.example/status/list1#list',
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: encodeStatusList([7, 4242]),
      },
    });
  });

  it('signed like a credential, is verified by @digitalbazaar/vc', async () => {
    const issuer = await aTestIssuer();
    const signed = await signDataIntegrity(issuer.dataIntegrity, statusListCredential(input), validFrom);
    expect(await referenceFault(signed, issuer)).to.equal(undefined);
    expect(readCredential({ text: JSON.stringify(signed) }).kind).to.equal('open-badge-3');
  });

  it('asked for a place that no list has, refuses', () => {
    expect(() => statusListCredential({ ...input, revokedIndexes: [131_072] })).to.throw(RangeError);
  });
});

describe('revocationList', () => {
  it('made of revoked awards, lists each with its reason', () => {
    expect(revocationList(testBase, 'inst1', [{ id: 'a1', reason: 'Issued\tby mistake' }])).to.deep.equal({
      id: 'https://acquis.example/institutions/inst1/revocation-list.json',
      issuer: 'did:web:acquis.example:institutions:inst1',
      revokedCredential: [
        { id: 'https://acquis.example/awards/a1', revoked: true, revocationReason: 'Issued by mistake' },
      ],
    });
  });

  it('made of none, still has its list', () => {
    expect(revocationList(testBase, 'inst1', [])['revokedCredential']).to.deep.equal([]);
  });
});
