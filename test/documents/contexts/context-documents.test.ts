/** The pinned contexts: their bytes, and that what we issue does not depend on terms that published editions disagree on. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import jsonld from 'jsonld';
import { contextDocuments, openBadgesContext } from '../../../src/documents/contexts/context-documents.js';
import { canonicalize } from '../../../src/documents/contexts/canonicalize.js';
import { inLaterEdition } from '../../../src/documents/contexts/later-edition.js';
import { loadContext } from '../../../src/documents/contexts/load-context.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { aCredential } from '../credential-content.builder.js';

const folder = new URL('../../../src/documents/contexts/', import.meta.url);

describe('contextDocuments', () => {
  for (const [url, { file, sha256, document }] of contextDocuments) {
    it(`${file}, read from its file, has the pinned SHA-256 and is what ${url} gives`, async () => {
      const bytes = await readFile(new URL(file, folder));
      expect(createHash('sha256').update(bytes).digest('hex')).to.equal(sha256);
      expect(document).to.deep.equal(JSON.parse(bytes.toString('utf8')));
    });
  }

  it('asked for an address that is not pinned, loadContext names it and fetches nothing', async () => {
    const problem = await thrownProblem(() => loadContext('https://example.com/context.json'));
    expect(problem.code).to.equal('document-invalid');
    expect(problem.facts).to.deep.equal({ context: 'https://example.com/context.json' });
  });
});

/** The context with what 1EdTech added to it in place (2026-06-29), and what its validator adds for itself. */
function patchedContext(): object {
  const document = structuredClone(contextDocuments.get(openBadgesContext)?.document) as {
    '@context': Record<string, unknown>;
  };
  document['@context']['endorsementJwt'] = {
    '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt',
    '@container': '@set',
  };
  document['@context']['jti'] = { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' };
  return document;
}

/** Under another address: jsonld keeps what it once processed for an address that never changes. */
async function canonicalWithPatch(document: JsonObject): Promise<unknown> {
  const patchedAddress = 'https://patched.example/context-3.0.3.json';
  const documentLoader = async (url: string): Promise<object> => {
    if (url !== patchedAddress) return loadContext(url);
    return { contextUrl: undefined, documentUrl: url, document: patchedContext() };
  };
  const contexts = (document['@context'] as string[]).map((url) =>
    url === openBadgesContext ? patchedAddress : url,
  );
  const options = { algorithm: 'RDFC-1.0', format: 'application/n-quads', safe: true, documentLoader };
  return jsonld.canonize({ ...document, '@context': contexts }, options as never);
}

describe('context 3.0.3 with the terms added to it later', () => {
  it('given a full credential, gives the same canonical form as the pristine one', async () => {
    const credential = achievementCredential(aCredential());
    expect(await canonicalWithPatch(credential)).to.equal(await canonicalize(credential));
  });

  it('given a credential that uses an added term, gives what the pristine one refuses', async () => {
    const credential = { ...achievementCredential(aCredential()), endorsementJwt: ['a.b.c'] };
    expect(await canonicalWithPatch(credential)).to.contain('#endorsementJwt>');
    expect(await canonicalWithPatch(credential)).to.equal(await canonicalize(inLaterEdition(credential)));
    const outcome = await canonicalize(credential).catch((error: Error) => error);
    expect(outcome).to.be.instanceOf(Error);
  });

  it('given a full credential, finds no term in it on which both differ', () => {
    const text = JSON.stringify(achievementCredential(aCredential()));
    expect(text).to.not.match(/"(endorsementJwt|jti)":/);
  });
});
