/** The real web app at its own public address, with one institution, one micro-credential and one award that was really claimed. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Router } from 'express';
import type { Award } from '../../../src/domain/awards/award.js';
import { claimAward, type ClaimInput } from '../../../src/domain/awards/claim-award.js';
import type { Pictures } from '../../../src/domain/awards/pictures.js';
import type { Definition } from '../../../src/domain/micro-credentials/definition.js';
import type { Institution } from '../../../src/domain/institutions/institution.js';
import type { SigningKeys } from '../../../src/domain/institutions/signing-keys.js';
import { encodePngChunk } from '../../../src/documents/baked-image/png-chunks.js';
import { randomId } from '../../../src/shared/ids.js';
import { createWebApp } from '../../../src/web/web-app.js';
import type { WebServices } from '../../../src/web/web-services.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { aVisit } from '../../support/builders/a-visit.js';
import { anAward } from '../../support/builders/an-award.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { memoryAwards, memoryStatusLists } from '../../support/memory/memory-awards.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { webServices } from '../support/web-harness.js';

/** Ids as `randomId` makes them. */
export const institutionId = 'institution-0000000001';
export const microCredentialId = 'micro-credential-00001';
export const issuedAt = new Date('2026-11-20T09:00:00Z');

/** Making RSA keys takes a moment: the tests of this folder share theirs. Whoever renews or loses keys brings his own. */
const sharedKeys = memoryKeys();

export interface World {
  definition?: Partial<Definition>;
  institution?: Partial<Institution>;
  /** The offer that is claimed. */
  offer?: Partial<Award>;
  claim?: Partial<ClaimInput>;
  services?: Partial<WebServices>;
}

export interface PublicWeb {
  base: string;
  services: WebServices;
  keys: SigningKeys;
  award: Award;
  /** Path of the award. */
  path: string;
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Response>;
  /** Text of a page, asked for as a browser does. */
  page(path: string, language?: string): Promise<string>;
  revoke(reason?: string): Promise<void>;
  setPublic(isPublic: boolean): Promise<void>;
  /** Moves the clock of the app. */
  setClock(now: Date): void;
  close(): Promise<void>;
}

/** The smallest picture that can be baked. */
export const plainPicture: Uint8Array = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  encodePngChunk('IHDR', Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  encodePngChunk('IDAT', Buffer.from('789c6360000000020001', 'hex')),
  encodePngChunk('IEND', new Uint8Array()),
]);

export const plainPictures: Pictures = {
  badge: async () => plainPicture,
  drawing: async () => '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

export async function startPublicWeb(world: World = {}): Promise<PublicWeb> {
  const keys = world.services?.keys ?? sharedKeys;
  await keys.ensure(institutionId);
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let now = issuedAt;
  const offer = anAward({ id: randomId(), institutionId, microCredentialId, ...world.offer });
  const services = webServices({
    base,
    keys,
    institutions: memoryInstitutions(anInstitution({ id: institutionId, ...world.institution })),
    microCredentials: memoryMicroCredentials(
      aMicroCredential({ id: microCredentialId, institutionId, versions: [aVersion(world.definition)] }),
    ),
    courses: memoryCourses(aCourse({ institutionId })),
    platforms: memoryPlatforms(aPlatform()),
    awards: memoryAwards(offer),
    statusLists: memoryStatusLists((number) => `status-list-${String(number).padStart(10, '0')}`),
    pictures: plainPictures,
    clock: () => now,
    ...world.services,
  });
  server.on('request', createWebApp(services, { lti: Router() }));
  const { platformId, subject } = offer;
  await services.confirmations.decide(aConfirmation({ microCredentialId, platformId, subject, at: now }));
  const claim = { visit: aVisit(), carryGrade: false, consent: true, ...world.claim };
  const award = await claimAward(services, { awardId: offer.id, ...claim });
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
    fetch(path.startsWith('http') ? path : base + path, { method, headers, redirect: 'manual' });
  return {
    base,
    services,
    keys,
    award,
    path: `/awards/${award.id}`,
    get,
    page: async (path, language = 'en') =>
      (await get(path, { Accept: 'text/html', 'Accept-Language': language })).text(),
    revoke: async (reason = 'Issued by mistake.') => {
      await services.awards.revoke(award.id, now, reason, { what: 'revoked', at: now, by: 'teacher-1' });
    },
    setPublic: async (isPublic) => {
      const what = isPublic ? 'made-public' : 'made-private';
      await services.awards.setPublic(award.id, isPublic, { what, at: now, by: 'learner-1' });
    },
    setClock: (moment) => (now = moment),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
