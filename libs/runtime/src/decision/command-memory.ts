import { Inject, Injectable, Optional } from '@nestjs/common';
import { COMMAND_LEDGER } from '@ibex/kernel';
import type { CommandLedger } from '@ibex/kernel';
import { ProblemError } from '../problems/problem-error';
import type { Order } from './order';

type Claim = Readonly<{ digest: string; stream: string }>;
const REMEMBERED = 20_000;

export const keyReused = (): ProblemError =>
  new ProblemError(
    409,
    'idempotency-key-reused',
    'Idempotency key used before',
    'This Idempotency-Key was used for another command.',
    {
      field: 'Idempotency-Key',
      mend: 'Send a new key with a new command; repeat a key only with the same command.',
    },
  );

/**
 * Which command ids are in use. The stream itself proves what it holds; this catches the same id on another stream:
 * among the latest from memory, further back from the log.
 */
@Injectable()
export class CommandMemory {
  private readonly claims = new Map<string, Claim>();

  constructor(@Optional() @Inject(COMMAND_LEDGER) private readonly ledger?: CommandLedger) {}

  /** Throws ProblemError 409 where the id stands for another command. Returns how to give the id back, if it was free. */
  claim({ stream, submission }: Order): () => void {
    const { commandId, commandDigest } = submission;
    const held = this.claims.get(commandId);
    if (held && (held.stream !== stream || held.digest !== commandDigest)) throw keyReused();
    if (held) return () => undefined;
    this.claims.set(commandId, { digest: commandDigest, stream });
    this.forgetOldest();
    return () => this.claims.delete(commandId);
  }

  /** Throws ProblemError 409 where the log holds the id on another stream or for something else. */
  async checkLog({ stream, submission }: Order): Promise<void> {
    const recorded = await this.ledger?.find(submission.commandId);
    if (!recorded) return;
    if (recorded.stream !== stream || recorded.digest !== submission.commandDigest) throw keyReused();
  }

  private forgetOldest(): void {
    if (this.claims.size <= REMEMBERED) return;
    const oldest = this.claims.keys().next();
    if (!oldest.done) this.claims.delete(oldest.value);
  }
}
