import { expect } from 'chai';
import type { Definition } from '../../../src/domain/micro-credentials/definition.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aVisit } from '../../support/builders/a-visit.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { institutionId, microCredentialId, startPublicWeb } from './public-web.js';

/** A text of each field that breaks out wherever it is not escaped; its name tells where it came through. */
const evil = (name: string): string => `${name}"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7}}`;

const definition: Partial<Definition> = {
  title: { en: evil('title') },
  description: { en: evil('description') },
  furtherAwardingBodies: [
    { legalName: evil('body'), country: 'DE', url: 'https://x.example/"><script>alert(1)' },
  ],
  outcomes: [
    {
      id: 'o1',
      text: { en: evil('outcome') },
      code: evil('code'),
      alignment: {
        framework: evil('framework'),
        name: evil('aligned'),
        code: evil('alignedCode'),
        url: 'https://x.example/"><script>alert(1)</script>',
      },
      assessmentId: 'a1',
    },
  ],
  assessments: [{ id: 'a1', name: evil('assessment'), type: 'quiz', criterion: evil('criterion') }],
  level: { kind: 'eqf', eqf: 6, nqf: evil('nqf') },
  qualityAssurance: {
    kind: 'internal',
    standard: 'other',
    otherStandard: evil('standard'),
    body: evil('qualityBody'),
    reference: evil('reference'),
    url: 'https://x.example/"><script>alert(1)</script>',
  },
  prerequisites: evil('prerequisites'),
  stackability: { kind: 'stackable', towards: evil('towards') },
  furtherInformation: { text: evil('further'), url: 'https://x.example/"onclick="alert(1)' },
  fieldOfStudy: { code: '0612', name: evil('field') },
};

describe('texts that would be markup', function () {
  this.timeout(60_000);

  it('when they stand in any field, then every page shows them as text', async () => {
    const web = await startPublicWeb({
      definition,
      institution: {
        legalName: evil('institution'),
        region: evil('region'),
        identifiers: [{ scheme: evil('scheme'), value: evil('identifier') }],
        qualityAssurance: {
          kind: 'internal',
          standard: 'other',
          otherStandard: evil('own'),
          body: evil('ownBody'),
        },
      },
      services: { courses: memoryCourses(aCourse({ institutionId, title: evil('course') })) },
      claim: {
        visit: aVisit({ person: { subject: 'learner-1', email: 'ada@example.org' } }),
        name: evil('name'),
      },
    });
    try {
      await web.setPublic(true);
      await web.revoke(evil('reason'));
      const pages = [web.path, `/achievements/${microCredentialId}/1`, `/institutions/${institutionId}`];
      const shown = new Set<string>();
      for (const path of pages) {
        for (const language of ['en', 'fr']) {
          const page = await web.page(path, language);
          expect(page, path).not.to.match(/<script>|<img src=x|"onclick=/i);
          // Handlebars writes these signs as character references: every text came through whole
          for (const [, name] of page.matchAll(/(\w+)&quot;&#x27;&gt;&lt;script&gt;/g)) shown.add(name ?? '');
        }
      }
      for (const name of [
        'title',
        'outcome',
        'criterion',
        'institution',
        'identifier',
        'course',
        'name',
        'reason',
        'own',
      ])
        expect([...shown]).to.include(name);
      expect(shown.size).to.be.greaterThan(20);
    } finally {
      await web.close();
    }
  });
});
