/**
 * The JSON that another server answered with. Not for what is signed: src/documents/json reads that, strictly.
 * JSON.parse alone may not read it: it takes brackets within brackets twenty seconds for seventy megabytes.
 */

/** No LMS nests its answers a tenth as deep. */
const deepest = 100;

const [quote, backslash, openList, closeList, openObject, closeObject] = [...'"\\[]{}'].map((sign) =>
  sign.charCodeAt(0),
);

/** Undefined when it is none (an HTML page, most often), or nested deeper than any LMS's: the caller's schema refuses it. */
export function answeredJson(bytes: Uint8Array): unknown {
  if (isNestedDeeply(bytes)) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** In UTF-8 the signs of JSON are single bytes, and no part of another one. */
function isNestedDeeply(bytes: Uint8Array): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if (byte === openList || byte === openObject) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (byte === closeList || byte === closeObject) depth -= 1;
  }
  return false;
}
