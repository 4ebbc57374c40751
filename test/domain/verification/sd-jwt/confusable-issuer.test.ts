/** Issuers that a reader would take for another: whoever has a server and a name of his own may write them. */
import { expect } from 'chai';
import { told } from '../told.js';
import { aWalletIssuer, type WalletIssuer } from './wallet-issuer.js';

const owner = 'key-belongs-to-issuer';

describe('a credential for wallets whose issuer looks like another', () => {
  let here: WalletIssuer;
  beforeEach(async () => void (here = await aWalletIssuer()));

  /** The forger answers at whatever address the issuer could lead to, and names the issuer as the credential does. */
  const verified = async (iss: string, metadata: string) => {
    const json = { issuer: iss, jwks: { keys: [{ ...here.own.jwk, kid: 'k1' }] } };
    here.web.stands.set(metadata, { json });
    return here.verify(here.signByHttps({ iss }));
  };
  const evil = 'https://evil.example/.well-known/jwt-vc-issuer';

  const confusable: [what: string, iss: string, metadata: string][] = [
    ['has a name before an @', 'https://university.example@evil.example', evil],
    ['has a name and a path before an @', 'https://university.example%2Fbadges@evil.example/', evil],
    [
      'has a letter of another alphabet',
      'https://univеrsity.example',
      'https://xn--univrsity-j0h.example/.well-known/jwt-vc-issuer',
    ],
    ['goes back in its path', 'https://evil.example/university/../x', `${evil}/x`],
    ['has a backslash', 'https://evil.example\\university', `${evil}/university`],
    ['has a line end in its name', 'https://ev\nil.example', evil],
    ['is spelled with capitals', 'https://EVIL.example', evil],
    ['names the port of every https address', 'https://evil.example:443', evil],
    ['ends in an empty query', 'https://evil.example/?', evil],
    ['ends in an empty fragment', 'https://evil.example/#', evil],
  ];
  for (const [what, iss, metadata] of confusable)
    it(`when it ${what}, then its metadata are not asked for`, async () => {
      const report = await verified(iss, metadata);
      expect([report.outcome, told(report, owner)]).to.deep.equal([
        'unconfirmed',
        'not-checked: key-reference-unknown',
      ]);
      expect(here.web.fetched).to.deep.equal([]);
    });

  it('when it is written as every browser writes it, then it is valid, with a slash at its end or without', async () => {
    for (const [iss, metadata] of [
      ['https://xn--univrsity-j0h.example', 'https://xn--univrsity-j0h.example/.well-known/jwt-vc-issuer'],
      ['https://evil.example/', evil],
      ['https://evil.example:8443/a%20b/', 'https://evil.example:8443/.well-known/jwt-vc-issuer/a%20b'],
    ] as const)
      expect((await verified(iss, metadata)).outcome, iss).to.equal('valid');
  });

  it('when the metadata of an issuer with a slash at its end are of the one without, then they are another’s', async () => {
    here.web.stands.set(evil, {
      json: { issuer: 'https://evil.example', jwks: { keys: [{ ...here.own.jwk, kid: 'k1' }] } },
    });
    const report = await here.verify(here.signByHttps({ iss: 'https://evil.example/' }));
    expect([report.outcome, told(report, owner)]).to.deep.equal([
      'unconfirmed',
      'not-checked: no-keys-published',
    ]);
  });
});
