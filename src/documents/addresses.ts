/**
 * Every public address of an installation. What is signed names these addresses, so none may ever change its meaning.
 * did:web https://w3c-ccg.github.io/did-method-web/
 */

/** @param base public origin without a slash at the end */
export function addresses(base: string) {
  const award = (id: string): string => `${base}/awards/${id}`;
  const achievement = (microCredentialId: string, version: number, edition?: string): string =>
    `${base}/achievements/${microCredentialId}/${version}${edition === undefined ? '' : `/${edition}`}`;
  const institution = (id: string): string => `${base}/institutions/${id}`;
  const endorsement = (id: string): string => `${base}/endorsements/${id}`;
  /** What Open Badges 2.0 publishes for one key alone stands beside what it publishes: docs/decisions/0034-one-key-in-a-profile.md */
  const beside = (address: string, ofKey: string | undefined): string =>
    `${address}${ofKey === undefined ? '' : `.${ofKey}`}.json`;
  return {
    /** Page for people; documents by content negotiation. */
    award,
    openBadge3: (id: string): string => `${award(id)}/open-badge-3.json`,
    openBadge3Jwt: (id: string): string => `${award(id)}/open-badge-3.jwt`,
    /** Hosted Open Badges 2.0 assertion: its id. */
    openBadge2: (id: string): string => `${award(id)}/open-badge-2.json`,
    /** Signed Open Badges 2.0 assertion (JWS). */
    openBadge2Signed: (id: string): string => `${award(id)}/open-badge-2.jws`,
    /** Data of the European Learning Model, which names the learner: its id, and where it stands while the name is public. */
    elm: (id: string): string => `${award(id)}/europass.jsonld`,
    /** The same under the electronic seal of the institution, where it was sealed. */
    sealedElm: (id: string): string => `${award(id)}/europass-sealed.jsonld`,
    /** Picture with the Open Badges 3.0 credential baked in. */
    picture: (id: string): string => `${award(id)}/badge.png`,
    /** The same picture as a drawing (SVG), with the same credential baked in. */
    drawing: (id: string): string => `${award(id)}/badge.svg`,
    /** Picture with the Open Badges 2.0 assertion baked in. */
    pictureOpenBadge2: (id: string): string => `${award(id)}/badge-2.png`,
    /** Picture with the signed Open Badges 2.0 assertion baked in. */
    pictureOpenBadge2Signed: (id: string): string => `${award(id)}/badge-2-signed.png`,
    /** Certificate as PDF; `language` is that of its words. */
    certificate: (id: string, language: string): string => `${award(id)}/certificate.${language}.pdf`,
    /** Page of a version; id of the Open Badges 3.0 Achievement. `edition`: language, where it is one in a further language. */
    achievement,
    /** Open Badges 2.0 BadgeClass; `ofKey`: id of the key, where it has one of its own; `edition` as above. */
    badgeClass: (microCredentialId: string, version: number, ofKey?: string, edition?: string): string =>
      beside(`${achievement(microCredentialId, version, edition)}/badge-class`, ofKey),
    achievementImage: (microCredentialId: string, version: number): string =>
      `${achievement(microCredentialId, version)}/image.png`,
    /** Page of an endorsement; id of its credential. */
    endorsement,
    /** Hosted Open Badges 2.0 Endorsement: its id. */
    endorsement2: (id: string): string => `${endorsement(id)}/open-badge-2.json`,
    endorsementDocument: (id: string): string => `${endorsement(id)}/endorsement.json`,
    institution,
    did: (id: string): string => `did:web:${new URL(base).host.replace(':', '%3A')}:institutions:${id}`,
    didDocument: (id: string): string => `${institution(id)}/did.json`,
    /** Open Badges 2.0 issuer Profile; `ofKey`: id of the key, where it has one of its own. */
    issuerProfile2: (id: string, ofKey?: string): string => beside(`${institution(id)}/issuer-2`, ofKey),
    keySet: (id: string): string => `${institution(id)}/jwks.json`,
    /** One JWK alone: what the kid of a JWT dereferences to. */
    key: (id: string, keyId: string): string => `${institution(id)}/keys/${keyId}.json`,
    /** Page of all keys ever, compromised ones too. */
    keyHistoryPage: (id: string): string => `${institution(id)}/keys`,
    keyHistory: (id: string): string => `${institution(id)}/key-history.json`,
    /** Open Badges 2.0 CryptographicKey: `creator` of signed assertions. */
    cryptographicKey: (id: string, keyId: string): string => `${institution(id)}/keys-2/${keyId}.json`,
    statusList: (listId: string): string => `${base}/status/${listId}`,
    /** Type of the credentials for wallets (`vct`) and where its metadata stands. Another meaning is another number. */
    credentialType: `${base}/credential-types/micro-credential-1`,
    /** 1EdTech revocation list of an institution. */
    revocationList: (id: string): string => `${institution(id)}/revocation-list.json`,
    /** Open Badges 2.0 RevocationList of signed assertions; `ofKey`: id of the key, where it has one of its own. */
    revocationList2: (id: string, ofKey?: string): string =>
      beside(`${institution(id)}/revocation-list-2`, ofKey),
    /** Page that explains an `ext:` type. */
    term: (name: string): string => `${base}/terms/${name}`,
    /** Page that verifies what stands at an address. */
    verify: (address: string): string => `${base}/verify?address=${encodeURIComponent(address)}`,
  };
}
