import type { ViewSchema } from '@ibex/kernel';

/** The last canary at each place, `sent` among them: `seenAt` and `ms` of where it was seen. */
export type CanaryRow = Readonly<{
  place: string;
  canary: string;
  sentAt: string;
  seenAt: string;
  ms: number;
}>;

export const CANARY_SCHEMA: ViewSchema = {
  name: 'canaries',
  version: 1,
  tables: [
    {
      name: 'canaries',
      columns: { place: 'text', canary: 'text', sentAt: 'text', seenAt: 'text', ms: 'integer' },
      primaryKey: ['place'],
      sight: 'nothing-of-a-child',
    },
  ],
};
