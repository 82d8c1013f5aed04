export type ProposedEvent = Readonly<{
  id: string;
  type: string;
  contentType: string;
  data: Uint8Array;
  metadata: Uint8Array;
}>;

export type StoredEvent = ProposedEvent &
  Readonly<{ position: number; stream: string; revision: number; createdTicks: string }>;

export type StreamState = { events: StoredEvent[]; isTombstoned: boolean; truncatedBefore: number };
