import { IbexError } from '@ibex/kernel';
import type { NewFact, RecordedFact } from '@ibex/kernel';
import { canonicalJson, sha256 } from '@ibex/runtime';

export const RECEIPT_TYP = 'ibex-receipt+jwt';
export const RECEIPT_VERSION = 1;

/** What a receipt attests: who told IBEX what, when it was recorded, and where it stands in the log. */
export type Receipt = Readonly<{
  version: number;
  /** GSS code of the authority that sent the command. */
  authority: string;
  commandId: string;
  recordedAt: string;
  /** `recordedAt` in whole seconds, as tokens write it. */
  iat: number;
  stream: string;
  /** Position of the last fact. */
  position: number;
  facts: readonly Readonly<{ id: string; type: string; revision: number; digest: string }>[];
}>;

/**
 * Digest of a fact as it is stored: its personal part as ciphertext, so that the proof holds after an erasure and
 * whoever checks it learns nothing.
 */
export const storedDigest = ({ id, type, data, sealed, metadata, recordedAt }: NewFact): string =>
  sha256(canonicalJson({ id, type, data, sealed, metadata, recordedAt }));

/** The receipt for the facts of one command. The same facts always give the same receipt. */
export const receiptOf = (facts: readonly RecordedFact[]): Receipt => {
  const last = facts.at(-1);
  if (!last) throw new IbexError('proof/nothing-to-attest', 'a receipt needs at least one fact');
  const { metadata, recordedAt, stream, position } = last;
  return {
    version: RECEIPT_VERSION,
    authority: metadata.actor.authority,
    commandId: metadata.commandId,
    recordedAt,
    iat: Math.floor(Date.parse(recordedAt) / 1000),
    stream,
    position,
    facts: facts.map((fact) => ({
      id: fact.id,
      type: fact.type,
      revision: fact.revision,
      digest: storedDigest(fact),
    })),
  };
};
