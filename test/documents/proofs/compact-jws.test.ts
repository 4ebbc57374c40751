/** https://www.rfc-editor.org/rfc/rfc7515#section-7.1 */
import { expect } from 'chai';
import { readCompactJws } from '../../../src/documents/proofs/compact-jws.js';

const part = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
const header = part('{"alg":"RS256"}');
const payload = part('{"a":1}');
const signature = part(new Uint8Array(256).fill(255));

describe('readCompactJws', () => {
  it('given three parts, gives header and payload', () => {
    expect(readCompactJws(`${header}.${payload}.${signature}`)).to.deep.include({
      header: { alg: 'RS256' },
      payload: { a: 1 },
      oddNumbers: 0,
    });
  });

  it('given a payload with 3.0 in it, counts it', () => {
    expect(readCompactJws(`${header}.${part('{"a":3.0}')}.${signature}`)?.oddNumbers).to.equal(1);
  });

  const refused: Record<string, string> = {
    'two parts': `${header}.${payload}`,
    'four parts': `${header}.${payload}.${signature}.${signature}`,
    'an empty signature': `${header}.${payload}.`,
    padding: `${header}=.${payload}.${signature}`,
    'base64 instead of base64url': `${header}.${payload}.a+/b`,
    'bits left over in the payload': `${header}.${payload.slice(0, -1)}R.${signature}`,
    // 256 bytes leave four bits over: other letters would mean the same signature
    'bits left over in the signature': `${header}.${payload}.${signature.slice(0, -1)}x`,
    'a list as payload': `${header}.${part('[1]')}.${signature}`,
    'a text as header': `${part('"x"')}.${payload}.${signature}`,
    'no JSON': `${header}.${part('hello')}.${signature}`,
    'a key twice': `${header}.${part('{"a":1,"a":2}')}.${signature}`,
    'no UTF-8': `${header}.${part(Uint8Array.of(0x7b, 0xff, 0x7d))}.${signature}`,
  };
  for (const [what, compact] of Object.entries(refused)) {
    it(`given ${what}, reads none`, () => {
      expect(readCompactJws(compact)).to.equal(undefined);
    });
  }
});
