/**
 * The JSON-LD contexts that documents may use, kept here and pinned by the SHA-256 of their files; nothing is ever fetched.
 * Open Badges 3.0.3 is the file as published before `endorsementJwt` was added to it in place: credentials signed with a term
 * that differs between both would not verify everywhere. Others' are read with it: later-edition.ts. https://www.w3.org/TR/vc-data-integrity/#validating-contexts
 */
import clr201 from './clr-2.0.1.json' with { type: 'json' };
import credentials1 from './credentials-v1.json' with { type: 'json' };
import credentials2 from './credentials-v2.json' with { type: 'json' };
import dataIntegrity1 from './data-integrity-v1.json' with { type: 'json' };
import dataIntegrity2 from './data-integrity-v2.json' with { type: 'json' };
import ed255192020 from './ed25519-2020-v1.json' with { type: 'json' };
import openBadges301 from './open-badges-3.0.1.json' with { type: 'json' };
import openBadges302 from './open-badges-3.0.2.json' with { type: 'json' };
import openBadges303 from './open-badges-3.0.3.json' with { type: 'json' };
import openBadgesExtensions from './open-badges-extensions.json' with { type: 'json' };

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';
export const legacyCredentialsContext = 'https://www.w3.org/2018/credentials/v1';
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
/** Its content as published, which the published test vector shows (test/documents/clr); the bytes of the file are ours. */
export const clrContext = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
export const extensionsContext = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
export const ed25519Context = 'https://w3id.org/security/suites/ed25519-2020/v1';

export interface PinnedContext {
  /** File beside this one. */
  file: string;
  sha256: string;
  document: object;
}

const pinned = (file: string, sha256: string, document: object): PinnedContext => ({
  file,
  sha256,
  document,
});

export const contextDocuments: ReadonlyMap<string, PinnedContext> = new Map([
  [
    credentialsContext,
    pinned(
      'credentials-v2.json',
      '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
      credentials2,
    ),
  ],
  [
    legacyCredentialsContext,
    pinned(
      'credentials-v1.json',
      '00d7dd6d3ad8b920e3e550dd3a3d9090bffcac84cdbf943da6924b3e0a5c8bb8',
      credentials1,
    ),
  ],
  [
    openBadgesContext,
    pinned(
      'open-badges-3.0.3.json',
      'ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761',
      openBadges303,
    ),
  ],
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
    pinned(
      'open-badges-3.0.2.json',
      '00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53',
      openBadges302,
    ),
  ],
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
    pinned(
      'open-badges-3.0.1.json',
      'af095468326d3449160509b26ca71576e6321d13c85b0369cfe3b654c9a48fba',
      openBadges301,
    ),
  ],
  [
    extensionsContext,
    pinned(
      'open-badges-extensions.json',
      '2d013f981d1f4516081a6a04e55468ba2b071d4153b794f19a79715c45a89a5e',
      openBadgesExtensions,
    ),
  ],
  [
    clrContext,
    pinned('clr-2.0.1.json', 'd371397030ae9b16a37c468fac463d37ff441f3a7bb364ddfc964624c573b847', clr201),
  ],
  [
    'https://w3id.org/security/data-integrity/v1',
    pinned(
      'data-integrity-v1.json',
      'b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554',
      dataIntegrity1,
    ),
  ],
  [
    'https://w3id.org/security/data-integrity/v2',
    pinned(
      'data-integrity-v2.json',
      '0f77743daf5b4e8fc067fc5ba5b21044283053aa717fc6b0219843bed3b00363',
      dataIntegrity2,
    ),
  ],
  [
    ed25519Context,
    pinned(
      'ed25519-2020-v1.json',
      'b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588',
      ed255192020,
    ),
  ],
]);
