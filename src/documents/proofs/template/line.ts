/** Part of a line of N-Quads with slots for what differs: texts, and the labels of blank nodes. */
import { anyMark } from './marked-document.js';

interface Slot {
  kind: 'text' | 'node';
  /** Number of the text or of the blank node. */
  index: number;
}

/** Pieces and slots by turns: pieces[0], slots[0], pieces[1], ... */
export interface Line {
  pieces: readonly string[];
  slots: readonly Slot[];
}

/** With a slot for each mark. */
export function lineOf(text: string): Line {
  // kind and number of each mark come between the pieces
  const parts = text.split(anyMark);
  const slots: Slot[] = [];
  for (let at = 1; at < parts.length; at += 3) {
    slots.push({ kind: parts[at] === 't' ? 'text' : 'node', index: Number(parts[at + 1]) });
  }
  return { pieces: parts.filter((_, at) => at % 3 === 0), slots };
}

/**
 * @param texts by number, as they stand in N-Quads
 * @param label of the blank node with a number, without '_:'
 */
export function filledLine(line: Line, texts: readonly string[], label: (node: number) => string): string {
  const { pieces, slots } = line;
  let text = pieces[0] ?? '';
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at];
    if (slot) text += slot.kind === 'text' ? (texts[slot.index] ?? '') : label(slot.index);
    text += pieces[at + 1] ?? '';
  }
  return text;
}
