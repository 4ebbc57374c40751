/** What other software issues, in the forms it issues it. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { expect } from 'chai';
import { loadContext } from '../../../src/documents/contexts/load-context.js';
import { without } from '../../../src/documents/json/json-value.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aForeignIssuer } from './foreign-issuer.js';
import { depsOn } from './foreign-web.js';
import { allTold } from './told.js';

describe('verifying what other software issued', function () {
  this.timeout(60_000);

  it('when @digitalbazaar/vc signed it under a did:web, then it is valid, its single proof included', async () => {
    const { web, credential } = await aForeignIssuer();
    const did = 'did:web:school.example';
    const pair = await multikey.generate({ controller: did });
    const method = `${did}#${pair.publicKeyMultibase}`;
    const key = await multikey.from({
      ...(await pair.export({ publicKey: true, secretKey: true })),
      id: method,
      controller: did,
    });
    const plain = without(credential(), 'credentialStatus');
    const issued = await vc.issue({
      credential: { ...plain, issuer: { id: did, type: ['Profile'], name: 'School' } },
      suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: '2026-03-05T00:00:00Z' }),
      documentLoader: loadContext,
    });
    web.stands.set('https://school.example/.well-known/did.json', {
      json: {
        id: did,
        verificationMethod: [
          { id: method, type: 'Multikey', controller: did, publicKeyMultibase: pair.publicKeyMultibase },
        ],
        assertionMethod: [method],
      },
    });
    const report = await verifyCredential(depsOn(web), { text: JSON.stringify(issued) });
    expect(allTold(report)).to.include({
      schema: 'passed: shape-right-single-values',
      contexts: 'passed: contexts-known',
      signature: 'passed: signature-right',
      'key-belongs-to-issuer': 'passed: controller-is-issuer',
      'issuer-identified': 'passed: issuer-controls-domain',
      status: 'not-checked: status-none',
    });
    expect(report.outcome).to.equal('valid');
  });

  it('when it brings its key as the fragment of an issuer’s address that tells of no keys, then it is unconfirmed', async () => {
    const { web, issuer, credential } = await aForeignIssuer();
    const id = 'https://example.edu/issuers/565049';
    web.stands.set(id, { json: { id, type: ['Profile'], name: 'Example University' } });
    const signed = await signDataIntegrity(
      { ...issuer.dataIntegrity, verificationMethod: `${id}#${issuer.multikey}` },
      {
        ...without(credential(), 'credentialStatus'),
        issuer: { id, type: ['Profile'], name: 'Example University' },
      },
      new Date('2026-03-05T00:00:00Z'),
    );
    const report = await verifyCredential(depsOn(web), { text: JSON.stringify(signed) });
    expect(allTold(report)).to.include({
      signature: 'not-checked: key-missing',
      'key-belongs-to-issuer': 'not-checked: no-keys-published',
      'issuer-identified': 'not-checked: issuer-not-proven',
    });
    expect(report.outcome).to.equal('unconfirmed');
  });
});
