import type { Actor, Position } from '../recorded';

/** What an authority knows of who a child is. Every field is personal and sealed; `localId` is its own case number. */
export type ChildIdentity = Readonly<{
  localId: string;
  forename?: string;
  surname?: string;
  dateOfBirth?: string;
  sex?: string;
  ethnicity?: string;
  upn?: string;
  nhsNumber?: string;
  homePostcode?: string;
}>;

/** How a notice names the child: by the authority's own local id (with what is known), or by the reference. */
export type ChildNamed = Readonly<{ recordRef: string }> | Readonly<{ child: ChildIdentity }>;

export type Introduction = Readonly<{ actor: Actor; commandId: string; correlationId: string }>;

/** An authority's own record of a child: the only way IBEX knows a child. */
export type ChildRecord = Readonly<{ recordRef: string; owner: string; introducedAt: string }>;

export interface Records {
  /** The record of that local id, introduced when new, its identity updated when it differs. Idempotent. */
  introduce(child: ChildIdentity, by: Introduction): Promise<ChildRecord>;
  /** Without introducing: by the owner's local id. */
  findByLocalId(authority: string, localId: string): Promise<ChildRecord | undefined>;
  find(recordRef: string): Promise<ChildRecord | undefined>;
  /**
   * Identity as last told, or as told before a position of the log; undefined when unknown or erased. The caller has
   * checked the reader's right.
   */
  identityOf(recordRef: string, before?: Position): Promise<ChildIdentity | undefined>;
}
export const RECORDS = Symbol('Records');

/** Identities with what leads to the child, though the record keeps that apart: see `GuardedParts`. */
export interface GuardedRecords {
  wholeIdentityOf(recordRef: string): Promise<ChildIdentity | undefined>;
}
export const GUARDED_RECORDS = Symbol('GuardedRecords');

/** Which command ids were recorded, found from the log alone, so that it outlives a restart. */
export interface CommandLedger {
  find(commandId: string): Promise<Readonly<{ digest: string; stream: string }> | undefined>;
}
export const COMMAND_LEDGER = Symbol('CommandLedger');
