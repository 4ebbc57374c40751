/** Moments in documents: UTC, whole seconds, Z. Fractions and offsets are reformatted by some verifiers. */
export function utcSeconds(moment: Date): string {
  return `${new Date(Math.floor(moment.getTime() / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}
