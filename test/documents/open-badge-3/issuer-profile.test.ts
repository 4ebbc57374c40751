/** https://www.imsglobal.org/spec/ob/v3p0/#profile */
import { expect } from 'chai';
import { issuerProfile } from '../../../src/documents/open-badge-3/issuer-profile.js';
import { signable } from '../../../src/documents/json/signable.js';
import { anInstitution, testBase } from '../credential-content.builder.js';

const made = (changes: Parameters<typeof anInstitution>[0] = {}) =>
  signable(issuerProfile(testBase, anInstitution(changes)));

describe('issuerProfile', () => {
  it('made of an institution, is an object of type Profile with a did:web', () => {
    expect(made()).to.deep.include({
      id: 'did:web:acquis.example:institutions:inst1',
      type: ['Profile'],
      name: 'Université de Namur',
      url: 'https://www.unamur.example/',
      email: 'badges@unamur.example',
    });
  });

  it('made of an institution, tells its country and region (M3)', () => {
    expect(made()['address']).to.deep.equal({
      type: ['Address'],
      addressCountryCode: 'BE',
      addressRegion: 'Wallonie',
    });
  });

  it('made of legal identifiers, tells each with an ext: type (M4)', () => {
    const identifiers = ['vat', 'national', 'deqar', 'ror', 'erasmus', 'SIRET no.'].map((scheme) => ({
      scheme,
      value: `${scheme}-1`,
    }));
    const told = made({ identifiers })['otherIdentifier'] as Record<string, string>[];
    expect(told.map((one) => [one['type'], one['identifierType'], one['identifier']])).to.deep.equal([
      ['IdentifierEntry', 'ext:VAT', 'vat-1'],
      ['IdentifierEntry', 'ext:NationalIdentifier', 'national-1'],
      ['IdentifierEntry', 'ext:DEQAR', 'deqar-1'],
      ['IdentifierEntry', 'ext:ROR', 'ror-1'],
      ['IdentifierEntry', 'ext:ErasmusCode', 'erasmus-1'],
      ['IdentifierEntry', 'ext:SIRET-no-', 'SIRET no.-1'],
    ]);
  });

  it('made of an institution without a site, has its page with us for url', () => {
    expect(made({ url: undefined })['url']).to.equal('https://acquis.example/institutions/inst1');
  });

  it('made of an institution with a picture, has it as Image with a caption', () => {
    expect(made({ imageUrl: 'https://x.example/logo.png' })['image']).to.deep.equal({
      id: 'https://x.example/logo.png',
      type: 'Image',
      caption: 'Université de Namur',
    });
  });
});
