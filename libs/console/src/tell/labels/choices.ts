import type { Choice } from '../questions/question';

/** Codes with what they mean, in the order in which they are shown. */
export const choices = (texts: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(texts).map(([value, text]) => ({ value, text }));
