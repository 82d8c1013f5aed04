export type MarkKind = 'pre-and-post-adoption' | 'protected-identity' | 'twins' | 'persons-decision';

/** Why two records are never to be linked, as a person says it. */
export const FORBIDDING_KINDS: readonly Readonly<{ value: MarkKind; text: string; hint: string }>[] = [
  {
    value: 'twins',
    text: 'Twins, or other brothers or sisters',
    hint: 'Two children who look like one on paper',
  },
  {
    ...{ value: 'pre-and-post-adoption', text: 'Before and after an adoption' },
    hint: 'The same child, whose two lives must not be joined',
  },
  {
    ...{ value: 'protected-identity', text: 'A protected identity' },
    hint: 'The same child, who is kept from being found',
  },
  { value: 'persons-decision', text: 'Another reason', hint: 'Say which below' },
];

export const markIn = (value: string): MarkKind | undefined =>
  FORBIDDING_KINDS.find((kind) => kind.value === value)?.value;
