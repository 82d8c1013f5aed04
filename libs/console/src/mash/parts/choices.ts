export type Choice = Readonly<{ value: string; text: string; isChosen: boolean }>;

/** What can be chosen, in words by value, and which of it is. */
export const choicesOf = (words: Readonly<Record<string, string>>, now: string): readonly Choice[] =>
  Object.entries(words).map(([value, text]) => ({ value, text, isChosen: value === now }));
