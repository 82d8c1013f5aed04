import type { Addressee, AgreementCitation, NotificationDefinition } from '../notification';
import type { RecordedFact } from '../recorded';

/** A fact of a notice, its type, and the facts before it in its stream, oldest first. */
export type FactToShare = Readonly<{
  definition: NotificationDefinition;
  fact: RecordedFact;
  earlier: readonly RecordedFact[];
}>;

/** Agreements under which authorities tell each other more than law does. */
export interface SharingAgreements {
  /**
   * Whom agreements in force have told of a fact, besides those whom law names. The same answer at every asking: it is
   * that of the agreements on record before the fact, on the London day of its recording.
   */
  alsoTold(shared: FactToShare): Promise<readonly Addressee[]>;
  /** Whether what was opened to a recipient may still be told to it: from the log, so that an end counts at once. */
  isOpen(citation: AgreementCitation, recipient: string): Promise<boolean>;
}
export const SHARING_AGREEMENTS = Symbol('SharingAgreements');
