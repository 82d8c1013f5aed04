import type { Fact } from './fact';
import type { RecordedFact } from './recorded';
import type { CivilDate } from './time/civil-date';

export const URGENCIES = ['urgent', 'prompt', 'routine'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Why an authority is told: the words shown to people and the provision that they rest on. */
export type LegalBasis = Readonly<{ text: string; source: string }>;

/** What the recipient should do, in words, and by when (`dueAt`: UTC instant). Without a number in law: no date. */
export type RecipientDuty = Readonly<{ text: string; dueAt?: string }>;

/** As whom an authority is told. */
export type Capacity = 'host' | 'previous-host' | 'responsible' | 'receiving' | 'area-at-risk' | 'addressee';

/**
 * The clause of a sharing agreement that an authority is told under, in a version of it. `tells`: the party on whose
 * behalf. Without a citation an authority is told by law.
 */
export type AgreementCitation = Readonly<{ id: string; version: number; clause: string; tells: string }>;

/** How one recipient is addressed, as it stands in its mailbox. Holds nothing personal. */
export type Addressing = Readonly<{
  capacity: Capacity;
  urgency: Urgency;
  basis: LegalBasis;
  duty?: RecipientDuty;
  /** Restricted: kept from everyone but the owner; an entry never carries this for another authority. */
  restricted?: boolean;
  agreement?: AgreementCitation;
}>;

/** One authority to tell (GSS code) and how. */
export type Addressee = Readonly<{ authority: string }> & Addressing;

/**
 * Who is told of a fact, given the earlier facts of the same stream (oldest first, without personal parts) and the
 * fact itself. Pure. The owner (sender) is never its own addressee.
 */
export type AudienceRule = (fact: RecordedFact, earlier: readonly RecordedFact[]) => readonly Addressee[];

/** A duty as the law or a protocol sets it, from the fact that starts its clock. */
export type DutyOpened = Readonly<{
  change: 'opened';
  /** Unique within the stream, e.g. `return-interview-1`. Opening the same key again replaces it. */
  key: string;
  kind: string;
  /** In a practitioner's words. */
  text: string;
  /** Authority that owes it, GSS code. */
  owedBy: string;
  /** Authority to which it is owed; absent where it is owed to the child. */
  owedTo?: string;
  /** When the clock started, instant or London date, and every other date a local protocol would count from. */
  startedAt: string;
  otherStarts?: readonly Readonly<{ at: string; dueAt: string; countedFrom: string }>[];
  /** UTC instant after which it is late; absent where law gives no number ("without delay"). */
  dueAt?: string;
  /** Service target where law gives no number. */
  targetAt?: string;
  /** Beyond the published bank holidays the date may still move. */
  provisional?: boolean;
  source: string;
}>;
export type DutyChange =
  | DutyOpened
  | Readonly<{ change: 'met'; key: string; at: string }>
  | Readonly<{ change: 'void'; key: string; because: string }>;

/**
 * Pure: which duties a fact opens, meets or voids, given the earlier facts of its stream. `proclaimed`: bank holidays
 * announced since the kernel's table was made, which working days do not count either.
 */
export type DeadlineRule = (
  fact: RecordedFact,
  earlier: readonly RecordedFact[],
  proclaimed?: ReadonlySet<CivilDate>,
) => readonly DutyChange[];

/** How a fact is told outside: a public message type and version, or not at all. */
export type MessageMapping =
  Readonly<{ message: string; version: number; summary: string }> | Readonly<{ internal: string }>;

/** Lifts a stored fact of an older version by one version. Pure. */
export type Upcaster = (fact: RecordedFact) => RecordedFact;

/** One fact type of a notification: its current stored version, upcasters by version they lift from, its message. */
export type FactDefinition = Readonly<{
  version: number;
  upcasters?: Readonly<Record<number, Upcaster>>;
  tells: MessageMapping;
  /** Titles a chronology line, e.g. "Reported missing". */
  title: string;
  /** Names of the personal fields that this fact may seal, for the conformance test and the field catalogue. */
  personal: readonly string[];
}>;

/**
 * What an authority may be told of a type that no law names and a sharing agreement does. Pure. `earlier`: the facts
 * before it in its stream, oldest first.
 */
export type NeighbourRule = Readonly<{
  /** How urgent a fact is to it; undefined: not told at all, as nothing of what is restricted is. */
  urgencyOf(fact: RecordedFact, earlier: readonly RecordedFact[]): Urgency | undefined;
  /** Names of the fields that are withheld from it, personal or open. */
  withheld(fact: RecordedFact, earlier: readonly RecordedFact[]): readonly string[];
  /** Whether the notice has become restricted: then nothing of it is shown, whatever was told before. */
  isClosed(notice: readonly RecordedFact[]): boolean;
}>;

/** `recalled`: posted in error, or taken back. `over`: what it was about has come to its end. */
export type Standing = 'live' | 'over' | 'recalled';

/** A notification type on one page. `samples`: one frozen recorded fact per type and stored version. */
export type NotificationDefinition<E extends Fact = Fact> = Readonly<{
  name: string;
  title: string;
  category: string;
  lane: 'urgent' | 'standard';
  /** The service's own: about no child and of no authority, so that no view takes it for a notice. */
  concernsNobody?: true;
  /**
   * What the service does about records, e.g. that somebody looked at one: an authority is told, but it is nothing of a
   * child’s course, so that no view, duty, agreement or notice reader takes it for a notice. Whoever opened its stream is
   * not its owner.
   */
  ofTheService?: true;
  /** Path where whoever is told reads more; left out: at the notice itself. Nothing personal in it. */
  readAt?(told: Readonly<{ recordRef: string; stream: string; factId: string }>): string;
  facts: Readonly<Record<E['type'], FactDefinition>>;
  audience: AudienceRule;
  deadlines: DeadlineRule;
  /** Every kind of duty that its deadlines open: what an authority may set its escalation for. */
  dutyKinds?: readonly string[];
  /**
   * Names of the fields of this fact, personal or open, that its addressees may not see (the owner may). Pure.
   * `addressee`: GSS code of the one that asks, where one may see more than another (the present host, not the previous
   * one). `earlier`: the facts before it in its stream, oldest first.
   */
  withheldFromAddressees(
    fact: RecordedFact,
    addressee?: string,
    earlier?: readonly RecordedFact[],
  ): readonly string[];
  /** Left out: nothing of this type is ever told under a sharing agreement. */
  neighbours?: NeighbourRule;
  /** How a notice stands, from all its facts; left out: live for ever. Pure. */
  standingOf?(notice: readonly RecordedFact[]): Standing;
  /** Every refusal code that the decider may give. */
  refusals: readonly string[];
}>;
