/** Base64url without padding. https://www.rfc-editor.org/rfc/rfc4648#section-5 */

/** Undefined for what does not come back the same: it is something else, or could be written in several ways. */
export function decodeBase64url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}
