/** Bytes as text, strictly: RFC 8259 wants UTF-8, and what is not must not be guessed. https://www.rfc-editor.org/rfc/rfc8259#section-8.1 */
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text, without a byte order mark; undefined when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
