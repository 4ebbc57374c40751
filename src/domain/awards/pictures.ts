/** Port: the art of a badge. */
export interface Pictures {
  /**
   * The same badge as SVG: it needs neither fonts nor anything else from elsewhere, holds no script, and has its title for those who do
   * not see it.
   * @param input.language BCP 47 tag of the title
   */
  drawing(input: { title: string; issuer: string; seed: string; language: string }): Promise<string>;
  /**
   * PNG of a badge, the same bytes for the same input.
   * @param input.seed stable text that chooses the pattern (the micro-credential's id)
   */
  badge(input: { title: string; issuer: string; seed: string }): Promise<Uint8Array>;
}
