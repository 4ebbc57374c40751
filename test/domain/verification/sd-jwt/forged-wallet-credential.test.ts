/** What an attacker or a careless issuer may do: nothing of it may end as 'valid'. Beside it what the reference library says. */
import { expect } from 'chai';
import { digestOf } from '../../../../src/documents/sd-jwt/disclosure.js';
import { type JsonObject, without } from '../../../../src/documents/json/json-value.js';
import type { CheckName } from '../../../../src/domain/verification/report.js';
import { partsOf, verifiedElsewhere } from '../../../documents/sd-jwt/an-sd-jwt.js';
import { aForeignIssuer } from '../foreign-issuer.js';
import { told } from '../told.js';
import {
  aPair,
  aWalletIssuer,
  encoded,
  heldBack,
  jwsBy,
  payloadOf,
  type WalletIssuer,
} from './wallet-issuer.js';

describe('forging a credential for wallets', () => {
  let here: WalletIssuer;
  let made: string;
  before(async () => {
    here = await aWalletIssuer();
    made = await here.make();
  });

  /** @param elsewhere what the other library does with it: it is fooled where it says 'believed' */
  const expectTold = async (
    text: string,
    [outcome, name, answer]: [outcome: string, name: CheckName, answer: string],
    elsewhere: 'believed' | 'refused',
  ): Promise<void> => {
    const report = await here.verify(text);
    expect([report.outcome, told(report, name)]).to.deep.equal([outcome, answer]);
    const said = await verifiedElsewhere(text, here.issuer).then(
      () => 'believed',
      () => 'refused',
    );
    expect(said, 'the other library').to.equal(elsewhere);
  };
  const replaced = (name: string, by: string): string =>
    made.replace(partsOf(made).disclosures.get(name) ?? '', by);

  it('when a disclosure says another grade, then it is altered; the other library leaves it out', async () => {
    const forged = replaced('grade', encoded(['c2FsdA', 'grade', { value: '20', maximum: '20' }]));
    await expectTold(forged, ['altered', 'signature', 'failed: disclosure-unknown'], 'believed');
    expect(await verifiedElsewhere(forged, here.issuer)).not.to.have.property('grade');
  });

  it('when a disclosure of another’s credential is put in, then it is altered', async () => {
    const other =
      partsOf(await here.make({ grade: { value: 20, maximum: 20 } })).disclosures.get('grade') ?? '';
    await expectTold(
      replaced('grade', other),
      ['altered', 'signature', 'failed: disclosure-unknown'],
      'believed',
    );
  });

  it('when a disclosure is added, or given twice, then it is not valid', async () => {
    const name = partsOf(made).disclosures.get('name') ?? '';
    const added = `${made}${encoded(['c2FsdA', 'honours', 'summa cum laude'])}~`;
    await expectTold(added, ['altered', 'signature', 'failed: disclosure-unknown'], 'believed');
    await expectTold(`${made}${name}~`, ['invalid', 'signature', 'failed: disclosure-repeated'], 'believed');
  });

  it('when a disclosure is taken out, then it is valid: it is the holder’s to show', async () => {
    await expectTold(
      made.replace(`${partsOf(made).disclosures.get('grade')}~`, ''),
      ['valid', 'signature', 'passed: signature-right'],
      'believed',
    );
  });

  it('when a part is shown without the part that it belongs to, then it is altered', async () => {
    const inner = encoded(['c2FsdA', 'value', '17']);
    const outer = encoded(['c2FsdA', 'grade', heldBack(inner)]);
    const text = await here.sign({ ...payloadOf(made), ...heldBack(outer) }, [inner]);
    await expectTold(text, ['altered', 'signature', 'failed: disclosure-unknown'], 'believed');
  });

  it('when an open claim is changed, then it is altered', async () => {
    const [header = '', , signature = ''] = partsOf(made).jws.split('.');
    const changed = `${header}.${encoded({ ...payloadOf(made), title: 'Brain surgery' })}.${signature}~`;
    await expectTold(changed, ['altered', 'signature', 'failed: signature-wrong'], 'refused');
  });

  it('when somebody else’s key signed in the issuer’s name, then it is altered', async () => {
    const thief = await aPair('EdDSA');
    const header = { kid: here.issuer.dataIntegrity.verificationMethod, typ: 'dc+sd-jwt' };
    const text = `${jwsBy(thief, payloadOf(made), header)}~`;
    await expectTold(text, ['altered', 'signature', 'failed: signature-wrong'], 'refused');
  });

  it('when it names the key of another issuer, then it is invalid', async () => {
    const evil = await aForeignIssuer('https://evil.example');
    for (const [url, standing] of evil.web.stands) here.web.stands.set(url, standing);
    const { verificationMethod: kid } = evil.issuer.dataIntegrity;
    const text = `${encoded({ alg: 'EdDSA', kid, typ: 'dc+sd-jwt' })}.${encoded(payloadOf(made))}`;
    const signature = Buffer.from(await evil.issuer.dataIntegrity.sign(Buffer.from(text)));
    await expectTold(
      `${text}.${signature.toString('base64url')}~`,
      ['invalid', 'key-belongs-to-issuer', 'failed: key-of-another'],
      'refused',
    );
  });

  it('when it brings its key along, then that key counts for nothing', async () => {
    const thief = await aPair('EdDSA');
    const text = `${jwsBy(thief, payloadOf(made), { jwk: thief.jwk, typ: 'dc+sd-jwt' })}~`;
    await expectTold(
      text,
      ['unconfirmed', 'key-belongs-to-issuer', 'not-checked: key-reference-unknown'],
      'refused',
    );
  });

  it('when it says alg none, an HMAC, or another algorithm than its key is for, then it is not valid', async () => {
    const [, payload = '', signature = ''] = partsOf(made).jws.split('.');
    const kid = here.issuer.dataIntegrity.verificationMethod;
    for (const [alg, outcome, answer] of [
      ['none', 'invalid', 'failed: jwt-algorithm-refused'],
      ['HS256', 'invalid', 'failed: jwt-algorithm-refused'],
      ['ES256', 'unconfirmed', 'not-checked: key-unusable'],
    ] as const) {
      const report = await here.verify(`${encoded({ alg, kid, typ: 'dc+sd-jwt' })}.${payload}.${signature}~`);
      expect([report.outcome, told(report, 'signature')]).to.deep.equal([outcome, answer]);
    }
    const unsigned = `${encoded({ alg: 'none', kid, typ: 'dc+sd-jwt' })}.${payload}.~`;
    expect((await here.verify(unsigned)).outcome).to.equal('unreadable');
  });

  it('when its header has something that must be understood, then it is invalid', async () => {
    const text = await here.sign(payloadOf(made), [], { crit: ['b64'], b64: true });
    await expectTold(text, ['invalid', 'signature', 'failed: jwt-header-refused'], 'believed');
    const unencoded = await here.sign(payloadOf(made), [], { b64: false });
    await expectTold(unencoded, ['invalid', 'signature', 'failed: jwt-header-refused'], 'believed');
  });

  it('when a token of another kind by the same issuer is handed in, then it is no credential', async () => {
    for (const header of [{ typ: 'JWT' }, { typ: 'statuslist+jwt' }, { typ: undefined }]) {
      const report = await here.verify(await here.sign(payloadOf(made), [], header));
      expect([report.outcome, told(report, 'readable')]).to.deep.equal(['unreadable', 'failed: sd-jwt']);
    }
    expect((await here.verify(await here.sign(without(payloadOf(made), 'vct')))).outcome).to.equal(
      'unreadable',
    );
  });

  const careless: [string, (payload: JsonObject) => [object, string[]], string, 'believed' | 'refused'][] = [
    [
      'lets its end be kept back',
      (payload) => {
        const exp = encoded(['c2FsdA', 'exp', 4_000_000_000]);
        return [{ ...without(payload, 'exp'), ...heldBack(exp) }, [exp]];
      },
      'failed: claim-held-back',
      'believed',
    ],
    [
      'names a digest twice',
      (payload) => {
        const more = encoded(['c2FsdA', 'more', 1]);
        return [{ ...payload, _sd: [digestOf(more), digestOf(more)] }, [more]];
      },
      'failed: disclosures-wrong',
      'believed',
    ],
    [
      'lets an open claim be replaced',
      (payload) => {
        const title = encoded(['c2FsdA', 'title', 'Brain surgery']);
        return [{ ...payload, ...heldBack(title) }, [title]];
      },
      'failed: disclosures-wrong',
      'believed',
    ],
    [
      'discloses digests by name',
      (payload) => {
        const digests = encoded(['c2FsdA', '_sd', ['x']]);
        return [{ ...payload, ...heldBack(digests) }, [digests]];
      },
      'failed: disclosures-wrong',
      'believed',
    ],
    [
      'has a number for its type',
      (payload) => [{ ...payload, vct: 7 }, []],
      'failed: shape-wrong',
      'believed',
    ],
    ['has an empty type', (payload) => [{ ...payload, vct: '' }, []], 'failed: shape-wrong', 'believed'],
  ];
  for (const [what, build, answer, elsewhere] of careless) {
    it(`when its issuer ${what}, then it is invalid`, async () => {
      const [payload, texts] = build(payloadOf(made));
      await expectTold(await here.sign(payload, texts), ['invalid', 'schema', answer], elsewhere);
    });
  }

  it('when the digests are by a hash that is not known here, then nothing is concluded', async () => {
    const report = await here.verify(await here.sign({ ...payloadOf(made), _sd_alg: 'sha3-256' }));
    expect([report.outcome, told(report, 'schema')]).to.deep.equal([
      'unconfirmed',
      'not-checked: hash-unknown',
    ]);
  });
});
