/**
 * Something that went wrong and is being seen to. `error` is what was thrown: it may hold what your handler put into it,
 * so log it as you would log the child's data.
 */
export type Trouble = Readonly<{
  what: 'handler-failed' | 'outage' | 'keeping-failed' | 'quarantined' | 'gap-not-filled';
  /** Event id, or where it came from. */
  id: string;
  attempts: number;
  error: unknown;
}>;
