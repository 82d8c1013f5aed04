/** A published count, or `c`: suppressed, because it is small or protects one that is. Never nought by mistake. */
export type Count = number | 'c';

export type CountCell = Readonly<{ count?: number; suppressed?: 'c' }>;

/** What a cell says; where it says nothing, nothing is known, and that is not nought. */
export const countOf = ({ count }: CountCell): Count => count ?? 'c';

export const isPublished = (count: Count): count is number => count !== 'c';

export const countInWords = (count: Count): string =>
  isPublished(count) ? count.toLocaleString('en-GB') : 'c';
