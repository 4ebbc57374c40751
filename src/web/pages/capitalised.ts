/** A word of a list where it begins a line: "blended" -> "Blended". Not for what people wrote themselves. */
export function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}
