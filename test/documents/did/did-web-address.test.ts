/** https://w3c-ccg.github.io/did-method-web/#read-resolve: the examples of the specification, and what may not pass. */
import { expect } from 'chai';
import { didWebAddress } from '../../../src/documents/did/did-web-address.js';

describe('didWebAddress', () => {
  const known: [did: string, address: string][] = [
    ['did:web:w3c-ccg.github.io', 'https://w3c-ccg.github.io/.well-known/did.json'],
    ['did:web:w3c-ccg.github.io:user:alice', 'https://w3c-ccg.github.io/user/alice/did.json'],
    ['did:web:example.com%3A3000:user:alice', 'https://example.com:3000/user/alice/did.json'],
    ['did:web:example.com%3a3000', 'https://example.com:3000/.well-known/did.json'],
    ['did:web:example.com:a#z6Mk', 'https://example.com/a/did.json'],
    ['did:web:Example.COM:A', 'https://example.com/A/did.json'],
    ['did:web:example.com%3A443:a', 'https://example.com/a/did.json'],
  ];
  for (const [did, address] of known) {
    it(`given ${did}, gives the address of its document`, () => {
      expect(didWebAddress(did)).to.equal(address);
    });
  }

  const refused = [
    '',
    'did:web:',
    'did:web:#key',
    'did:key:z6Mk',
    'did:web:example.com:',
    'did:web:example.com::a',
    'did:web:example.com/a',
    'did:web:example.com:a/b',
    'did:web:example.com:..',
    'did:web:example.com:a:..:b',
    'did:web:EXAMPLE.com:a:..:b',
    'did:web:example.com:a:.:b',
    'did:web:example.com:%2e%2e:b',
    'did:web:example.com:a?x=1',
    'did:web:user@example.com',
    'did:web:user%40example.com',
    'did:web:example.com%2Fa',
    'did:web:example.com%3A99999',
    'did:web:example.com%3A',
    'did:web:127.1',
    'did:web:0X7F.1',
    'did:web:[::1]',
    'did:web:exa mple.com',
    'did:web:exämple.com',
    'DID:WEB:example.com',
  ];
  for (const did of refused) {
    it(`given ${JSON.stringify(did)}, gives none`, () => {
      expect(didWebAddress(did)).to.equal(undefined);
    });
  }

  it('given a host of more characters than any has, gives none', () => {
    const host = (labels: number): string => `${'a.'.repeat(labels)}a`;
    expect(didWebAddress(`did:web:${host(126)}`)).to.equal(`https://${host(126)}/.well-known/did.json`);
    expect(didWebAddress(`did:web:${host(127)}`)).to.equal(undefined);
  });
});
