import type { ViewSchema } from '@ibex/kernel';

/** Who is, or was, a party to which agreement. What an agreement says is read from the log. */
export const AGREEMENTS_SCHEMA: ViewSchema = {
  name: 'agreements',
  version: 1,
  tables: [
    {
      name: 'agreementParties',
      columns: { party: 'text', agreementId: 'text', sincePosition: 'integer' },
      primaryKey: ['party', 'agreementId'],
      sight: [{ column: 'party' }],
    },
  ],
};

/** A row of the table `agreementParties`. */
export type AgreementPartyRow = Readonly<{ party: string; agreementId: string; sincePosition: number }>;
