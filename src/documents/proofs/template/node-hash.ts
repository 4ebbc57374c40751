/** What blank nodes are told apart by: the statements that mention them. https://www.w3.org/TR/rdf-canon/#hash-1d-quads */
import { hash } from 'node:crypto';
import { filledLine, type Line } from './line.js';

/** First-degree hash, hexadecimal. @param mentions the lines with this node */
export function nodeHash(mentions: readonly Line[], node: number, texts: readonly string[]): string {
  const lines = mentions.map((line) => filledLine(line, texts, (other) => (other === node ? 'a' : 'z')));
  return hash('sha256', lines.sort().join(''), 'hex');
}
