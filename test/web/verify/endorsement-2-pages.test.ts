/** What a reader is told of an Open Badges 2.0 endorsement that is handed in by itself. */
import { expect } from 'chai';
import { verifyAnswerShape } from '../../../src/web/pages/verify/verify-answer.js';
import {
  anOpenBadge2Endorsement,
  comment,
  endorsedBadge,
} from '../../domain/verification/an-open-badge-2-endorsement.js';
import { checkedAt } from '../../domain/verification/foreign-web.js';
import { anOpenBadge2Issuer } from '../../domain/verification/open-badge-2-issuer.js';
import { startWeb } from '../support/web-harness.js';

describe('the verification page, for an endorsement of Open Badges 2.0', () => {
  it('when it is valid, and when it was withdrawn, then both are told, in both languages and as JSON', async () => {
    const issuer = anOpenBadge2Issuer();
    const endorsement = anOpenBadge2Endorsement(issuer);
    const text = JSON.stringify(endorsement);
    const web = await startWeb({ fetchDocument: issuer.web.fetchDocument, clock: () => checkedAt });
    const page = async (language: string) =>
      (await web.browser().send('/verify', { text }, { 'Accept-Language': language })).text;
    const answered = async () => {
      const body = new URLSearchParams({ text });
      return verifyAnswerShape.parse(
        await (await fetch(`${web.url}/verify.json`, { method: 'POST', body })).json(),
      );
    };
    try {
      const english = await page('en');
      for (const words of [
        'This endorsement is valid',
        'It is no award',
        'It is an endorsement in the form of Open Badges 2.0.',
        'Endorsement (Open Badges)',
        comment,
        endorsedBadge,
      ])
        expect(english).to.contain(words);
      expect(await page('fr'))
        .to.contain('Cette recommandation est valide')
        .and.to.contain('C’est une recommandation sous la forme d’Open Badges 2.0.')
        .and.to.contain('Recommandation (Open Badges)');
      const { outcome, kind, credential } = await answered();
      expect([outcome, kind]).to.deep.equal(['valid', 'endorsement']);
      expect(credential).to.include({ endorses: endorsedBadge, comment });

      const revocationReason = 'It was given by mistake.';
      issuer.web.stands.set(endorsement.id, { json: { revoked: true, revocationReason }, status: 410 });
      expect(await page('en'))
        .to.contain('This endorsement has been withdrawn')
        .and.to.contain(revocationReason)
        .and.not.to.contain(comment);
      expect(await page('fr')).to.contain('Cette recommandation a été retirée');
      expect((await answered()).outcome).to.equal('revoked');
    } finally {
      await web.close();
    }
  });
});
