import { expect } from 'chai';
import { TypeMetadataFormatSchema } from '@sd-jwt/sd-jwt-vc';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { signable } from '../../../src/documents/json/signable.js';
import { heldBackClaims, heldBackNames } from '../../../src/documents/sd-jwt/held-back-claims.js';
import { openClaims } from '../../../src/documents/sd-jwt/open-claims.js';
import { typeMetadata } from '../../../src/documents/sd-jwt/type-metadata.js';
import { aCredential, anAchievement, testBase } from '../credential-content.builder.js';
import { holder, madeAt } from './an-sd-jwt.js';

interface Claim {
  path: (string | null)[];
  sd: string;
  display: { locale: string; label: string }[];
}

const claims = typeMetadata(testBase)['claims'] as unknown as Claim[];

describe('typeMetadata', () => {
  it('when another library reads it, then it is type metadata of the vct at its address', () => {
    const read = TypeMetadataFormatSchema.parse(typeMetadata(testBase));
    expect(read.vct).to.equal('https://acquis.example/credential-types/micro-credential-1');
    expect(read.claims).to.have.length(claims.length);
  });

  it('when a claim is described, then its path leads somewhere in a credential and each language calls it something', () => {
    const everything = (level: Parameters<typeof anAchievement>[0]): JsonObject => {
      const credential = aCredential({
        achievement: anAchievement({ gradeScale: '0 to 20', ...level }),
        outcomeGrades: [{ outcomeId: 'o1', value: 15.5, maximum: 20 }],
      });
      return signable({ ...openClaims(credential), ...heldBackClaims({ credential, holder, madeAt }) });
    };
    const made = [everything({}), everything({ level: { notApplicable: 'Nobody levels it' } })];
    const reach = (value: unknown, path: Claim['path']): unknown[] => {
      const [step, ...rest] = path;
      if (step === undefined) return value === undefined ? [] : [value];
      if (step === null) return (value as unknown[]).flatMap((one) => reach(one, rest));
      return reach((value as JsonObject | undefined)?.[step], rest);
    };
    for (const { path, display } of claims) {
      expect(
        made.flatMap((one) => reach(one, path)),
        path.join('/'),
      ).not.to.have.length(0);
      expect(display.map(({ locale }) => locale)).to.deep.equal(['en', 'fr']);
      expect(display.every(({ label }) => label.length > 2)).to.equal(true);
    }
  });

  it('when a claim may be kept back, then the metadata says so', () => {
    for (const { path, sd } of claims) {
      const held = heldBackNames.some((name) => name === path[0]);
      expect(sd, path.join('/')).to.equal(held ? 'always' : 'never');
    }
  });
});
