/** The addresses are written into what is signed: their literal forms may never change. A change here breaks issued badges. */
import { expect } from 'chai';
import { addresses } from '../../src/documents/addresses.js';
import { didWebAddress } from '../../src/documents/did/did-web-address.js';

const at = addresses('https://acquis.example');
const award = 'Aw4rdAw4rdAw4rdAw4rdAw';

const literal: Record<string, [made: string, address: string]> = {
  award: [at.award(award), 'https://acquis.example/awards/Aw4rdAw4rdAw4rdAw4rdAw'],
  openBadge3: [at.openBadge3('a1'), 'https://acquis.example/awards/a1/open-badge-3.json'],
  openBadge3Jwt: [at.openBadge3Jwt('a1'), 'https://acquis.example/awards/a1/open-badge-3.jwt'],
  openBadge2: [at.openBadge2('a1'), 'https://acquis.example/awards/a1/open-badge-2.json'],
  openBadge2Signed: [at.openBadge2Signed('a1'), 'https://acquis.example/awards/a1/open-badge-2.jws'],
  elm: [at.elm('a1'), 'https://acquis.example/awards/a1/europass.jsonld'],
  sealedElm: [at.sealedElm('a1'), 'https://acquis.example/awards/a1/europass-sealed.jsonld'],
  certificate: [at.certificate('a1', 'fr'), 'https://acquis.example/awards/a1/certificate.fr.pdf'],
  picture: [at.picture('a1'), 'https://acquis.example/awards/a1/badge.png'],
  drawing: [at.drawing('a1'), 'https://acquis.example/awards/a1/badge.svg'],
  pictureOpenBadge2: [at.pictureOpenBadge2('a1'), 'https://acquis.example/awards/a1/badge-2.png'],
  pictureOpenBadge2Signed: [
    at.pictureOpenBadge2Signed('a1'),
    'https://acquis.example/awards/a1/badge-2-signed.png',
  ],
  achievement: [at.achievement('mc1', 2), 'https://acquis.example/achievements/mc1/2'],
  badgeClass: [at.badgeClass('mc1', 2), 'https://acquis.example/achievements/mc1/2/badge-class.json'],
  achievementImage: [at.achievementImage('mc1', 2), 'https://acquis.example/achievements/mc1/2/image.png'],
  endorsement: [at.endorsement('e1'), 'https://acquis.example/endorsements/e1'],
  endorsement2: [at.endorsement2('e1'), 'https://acquis.example/endorsements/e1/open-badge-2.json'],
  endorsementDocument: [
    at.endorsementDocument('e1'),
    'https://acquis.example/endorsements/e1/endorsement.json',
  ],
  institution: [at.institution('i1'), 'https://acquis.example/institutions/i1'],
  did: [at.did('i1'), 'did:web:acquis.example:institutions:i1'],
  didDocument: [at.didDocument('i1'), 'https://acquis.example/institutions/i1/did.json'],
  cryptographicKey: [
    at.cryptographicKey('i1', 'k1'),
    'https://acquis.example/institutions/i1/keys-2/k1.json',
  ],
  revocationList2: [
    at.revocationList2('i1'),
    'https://acquis.example/institutions/i1/revocation-list-2.json',
  ],
  issuerProfile2: [at.issuerProfile2('i1'), 'https://acquis.example/institutions/i1/issuer-2.json'],
  keySet: [at.keySet('i1'), 'https://acquis.example/institutions/i1/jwks.json'],
  key: [at.key('i1', 'k1'), 'https://acquis.example/institutions/i1/keys/k1.json'],
  keyHistoryPage: [at.keyHistoryPage('i1'), 'https://acquis.example/institutions/i1/keys'],
  keyHistory: [at.keyHistory('i1'), 'https://acquis.example/institutions/i1/key-history.json'],
  statusList: [at.statusList('l1'), 'https://acquis.example/status/l1'],
  credentialType: [at.credentialType, 'https://acquis.example/credential-types/micro-credential-1'],
  revocationList: [at.revocationList('i1'), 'https://acquis.example/institutions/i1/revocation-list.json'],
  term: [at.term('EQFLevel'), 'https://acquis.example/terms/EQFLevel'],
  verify: [
    at.verify('https://a.example/b?c=d e'),
    'https://acquis.example/verify?address=https%3A%2F%2Fa.example%2Fb%3Fc%3Dd%20e',
  ],
};

describe('addresses', () => {
  for (const [name, [made, address]] of Object.entries(literal)) {
    it(`${name}, made for an installation, has the form it has for ever`, () => {
      expect(made).to.equal(address);
    });
  }

  it('all of one installation, made for the same ids, are known here and differ from each other', () => {
    expect(Object.keys(literal)).to.have.members(Object.keys(at));
    const all = [
      ...new Set(
        Object.values(at).map((make) =>
          typeof make === 'string' ? make : (make as (id: string, other: string) => string)('same', 'same'),
        ),
      ),
    ];
    expect(all).to.have.length(Object.keys(at).length);
  });

  it('what Open Badges 2.0 has for one key alone, made for that key, stands beside what it has', () => {
    expect([
      at.badgeClass('mc1', 2, 'k1'),
      at.issuerProfile2('i1', 'k1'),
      at.revocationList2('i1', 'k1'),
    ]).to.deep.equal([
      'https://acquis.example/achievements/mc1/2/badge-class.k1.json',
      'https://acquis.example/institutions/i1/issuer-2.k1.json',
      'https://acquis.example/institutions/i1/revocation-list-2.k1.json',
    ]);
  });

  it('an edition in a further language, made for that language, stands below the first one', () => {
    expect([
      at.achievement('mc1', 2, 'fr'),
      at.badgeClass('mc1', 2, undefined, 'fr'),
      at.badgeClass('mc1', 2, 'k1', 'fr'),
    ]).to.deep.equal([
      'https://acquis.example/achievements/mc1/2/fr',
      'https://acquis.example/achievements/mc1/2/fr/badge-class.json',
      'https://acquis.example/achievements/mc1/2/fr/badge-class.k1.json',
    ]);
  });

  it('an institution on a host with a port, named by its DID, leads to its DID document', () => {
    const local = addresses('https://acquis.example:8443');
    expect(local.did('i1')).to.equal('did:web:acquis.example%3A8443:institutions:i1');
    expect(didWebAddress(local.did('i1'))).to.equal(local.didDocument('i1'));
  });

  it('an institution on a host without one, named by its DID, leads to its DID document', () => {
    expect(didWebAddress(at.did('i1'))).to.equal(at.didDocument('i1'));
  });
});
