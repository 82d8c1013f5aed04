import type { Actor, ChildNamed, RecordedFact, Refusal, Request } from '@ibex/kernel';

/** Who sent a command, under which id, and the digest of what was sent. */
export type Submission = Readonly<{
  actor: Actor;
  /** Derived from authority and Idempotency-Key: the same key is the same command. */
  commandId: string;
  commandDigest: string;
  correlationId: string;
  /** True where the notice's id was derived from the command id: no other command can have opened its stream. */
  opensOwnStream?: boolean;
  /** True where it is only asked what the command would come to: it is decided, and nothing of it is recorded. */
  isRehearsal?: boolean;
}>;

/** A command on its way to the stream that it concerns. */
export type Order<C extends Request = Request> = Readonly<{
  stream: string;
  command: C;
  submission: Submission;
  /** The child that a new notice is about; later commands on the stream leave it out. */
  child?: ChildNamed;
}>;

export type Recorded = Readonly<{
  outcome: 'recorded';
  facts: readonly RecordedFact[];
  /** Position of the last fact; of the whole stream's last one when nothing had to be recorded. */
  position: number;
  /** True when the command had been recorded before and this is its first answer again. */
  repeated: boolean;
}>;
export type Refused<R extends Refusal = Refusal> = Readonly<{ outcome: 'refused'; refusal: R }>;
export type Outcome<R extends Refusal = Refusal> = Recorded | Refused<R>;
