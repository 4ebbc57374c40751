/** A linked Moodle that has launched once. */
import type { Platform, PlatformRegistration } from '../../../src/domain/platforms/platform.js';

export function aPlatform(overrides: Partial<Platform> = {}): Platform {
  return {
    id: 'platform-1',
    name: 'Moodle of the faculty',
    family: 'moodle',
    issuer: 'https://moodle.example.org',
    clientId: 'client-1',
    authorizationEndpoint: 'https://moodle.example.org/mod/lti/auth.php',
    tokenEndpoint: 'https://moodle.example.org/mod/lti/token.php',
    keySetUrl: 'https://moodle.example.org/mod/lti/certs.php',
    deployments: [{ id: '1', institutionId: 'institution-1' }],
    state: 'active',
    linkedAt: new Date('2026-09-01T08:00:00Z'),
    firstLaunchAt: new Date('2026-09-02T08:00:00Z'),
    lastLaunchAt: new Date('2026-11-20T08:00:00Z'),
    unknownDeployments: [],
    ...overrides,
  };
}

export function aRegistration(overrides: Partial<PlatformRegistration> = {}): PlatformRegistration {
  const { name, family, issuer, clientId, authorizationEndpoint, tokenEndpoint, keySetUrl } = aPlatform();
  return {
    name,
    family,
    issuer,
    clientId,
    deploymentIds: ['1'],
    authorizationEndpoint,
    tokenEndpoint,
    keySetUrl,
    ...overrides,
  };
}
