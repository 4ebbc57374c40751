import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { verifyAnswerShape } from '../../../src/web/pages/verify/verify-answer.js';
import { aClr } from '../../documents/clr/a-clr.js';
import { anAchievement, anInstitution } from '../../documents/credential-content.builder.js';
import {
  aForeignIssuer,
  type ForeignIssuer,
  foreignBase,
  issued,
  listUrl,
} from '../../domain/verification/foreign-issuer.js';
import { checkedAt } from '../../domain/verification/foreign-web.js';
import { startWeb } from '../support/web-harness.js';

async function recordOf(issuer: ForeignIssuer, badges: JsonObject[]): Promise<string> {
  const institution = anInstitution({ id: 'inst1' });
  return JSON.stringify(
    await issuer.sign(aClr(badges, { base: foreignBase, institution, validFrom: issued })),
  );
}

describe('the verification page, for a record of several credentials', function () {
  this.timeout(60_000);

  it('when one of them is revoked, then page and JSON tell each by itself, and why the record does not count', async () => {
    const issuer = await aForeignIssuer();
    const water = anAchievement({ microCredentialId: 'mc2', title: { en: 'Water sampling' } });
    const status = { listUrl, index: 8000 };
    const other = { awardId: 'Aw4rdAw4rdAw4rdAw4rd02', achievement: water, status };
    const badges = [await issuer.sign(issuer.credential()), await issuer.sign(issuer.credential(other))];
    issuer.publishList(await issuer.list([8000]));
    const text = await recordOf(issuer, badges);
    const web = await startWeb({ fetchDocument: issuer.web.fetchDocument, clock: () => checkedAt });
    try {
      const page = (await web.browser().send('/verify', { text })).text;
      for (const words of [
        'Not everything in this record can be relied on',
        'In it: Water sampling. Revoked.',
        'Credentials in this record',
        '<strong>Soil sampling</strong>',
        '>Genuine<',
        '>Revoked<',
        'Record of several credentials (CLR 2.0)',
      ]) {
        expect(page).to.contain(words);
      }
      expect(page).not.to.contain('In it: Soil sampling').and.not.to.contain('has been revoked');
      const french = await web.browser().send('/verify', { text }, { 'Accept-Language': 'fr' });
      expect(french.text).to.contain('Attestations de ce relevé').and.to.contain('>Révoquée<');
      const answer = await fetch(`${web.url}/verify.json`, {
        method: 'POST',
        body: new URLSearchParams({ text }),
      });
      const { outcome, inside } = verifyAnswerShape.parse(await answer.json());
      expect([outcome, ...(inside ?? []).map((one) => one.outcome)]).to.deep.equal([
        'revoked',
        'valid',
        'revoked',
      ]);
    } finally {
      await web.close();
    }
  });

  it('when all is right, then nothing is said of a list that is not kept, or of a page that is not there', async () => {
    const issuer = await aForeignIssuer();
    const badges = [await issuer.sign(issuer.credential())];
    const text = await recordOf(issuer, badges);
    const web = await startWeb({ fetchDocument: issuer.web.fetchDocument, clock: () => checkedAt });
    try {
      const page = (await web.browser().send('/verify', { text })).text;
      expect(page)
        .to.contain('This credential is valid')
        .and.contain('Each credential in it is valid as well.');
      expect(page).not.to.match(/It has not been withdrawn\.|Its page tells/);
      const alone = (await web.browser().send('/verify', { text: JSON.stringify(badges[0]) })).text;
      expect(alone).to.contain('It has not been withdrawn.');
    } finally {
      await web.close();
    }
  });
});
