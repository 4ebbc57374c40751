/**
 * The Open Badges 2.0 profiles of one institution. The validator of 1EdTech takes one key in a profile: a key that follows another one
 * has a profile, badge classes and a revocation list of its own, beside the plain ones. docs/decisions/0034-one-key-in-a-profile.md
 */
export interface KeyProfile {
  /** Id of the key whose own profile it is; undefined: the plain one. */
  ofKey?: string;
  /** Id of the key that it lists; undefined where the signatures of none count. */
  listed?: string;
  /** Ids of the keys that have their own, told in the plain one. */
  others: readonly string[];
}

export const plainProfile: KeyProfile = { others: [] };

/** Where the same thing stands for other keys of the institution. https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#related */
export function relatedAddresses(
  { ofKey, others }: KeyProfile,
  address: (ofKey?: string) => string,
): string[] {
  return ofKey === undefined ? others.map((one) => address(one)) : [address()];
}
