/** Port: the art of a badge. */
export interface Pictures {
  /**
   * PNG of a badge, the same bytes for the same input.
   * @param input.seed stable text that chooses the pattern (the micro-credential's id)
   */
  badge(input: { title: string; issuer: string; seed: string }): Promise<Uint8Array>;
}
