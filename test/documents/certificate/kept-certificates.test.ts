import { expect } from 'chai';
import { keptCertificates } from '../../../src/documents/certificate/kept-certificates.js';
import { aCertificate } from '../../support/builders/a-certificate.js';

describe('keptCertificates', () => {
  it('one content, asked for by many at once and again, is made once; another content is made anew', async () => {
    const made: string[] = [];
    const make = keptCertificates(async ({ issuer }) => {
      made.push(issuer);
      return new TextEncoder().encode(issuer);
    });
    await Promise.all([make(aCertificate()), make(aCertificate())]);
    await make(aCertificate());
    expect(made).to.have.length(1);
    const other = await make(aCertificate({ issuer: 'Another' }));
    expect(new TextDecoder().decode(other)).to.equal('Another');
    expect(made).to.have.length(2);
  });

  it('a making that fails, asked for again, is tried again', async () => {
    let tries = 0;
    const make = keptCertificates(async () => {
      tries += 1;
      if (tries === 1) throw new Error('no memory');
      return new Uint8Array([1]);
    });
    const first = await make(aCertificate()).catch((error: Error) => error.message);
    expect([first, await make(aCertificate())]).to.deep.equal(['no memory', new Uint8Array([1])]);
  });

  it('many contents, made one after the other, are kept up to a bound', async () => {
    let tries = 0;
    const make = keptCertificates(async () => new Uint8Array([(tries += 1)]));
    for (let number = 0; number < 31; number += 1) await make(aCertificate({ issuer: String(number) }));
    await make(aCertificate({ issuer: '0' }));
    expect(tries).to.equal(32);
    await make(aCertificate({ issuer: '30' }));
    expect(tries).to.equal(32);
  });
});
