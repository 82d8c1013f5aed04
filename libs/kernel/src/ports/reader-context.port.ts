/**
 * On whose behalf the present call runs, for stores that can hold who may see what as a second wall (row-level security).
 * `system`: work of the service itself, such as routing. `nobody`: a request whose token was not verified.
 */
export type OnBehalfOf = Readonly<{ kind: 'system' | 'nobody' } | { kind: 'reader'; authority: string }>;

export interface ReaderContext {
  current(): OnBehalfOf;
}
export const READER_CONTEXT = Symbol('ReaderContext');
