export interface Clock {
  /** UTC ISO-8601 with milliseconds and `Z`. */
  now(): string;
}
export const CLOCK = Symbol('Clock');

export interface Ids {
  /** A new opaque id (UUID). */
  next(): string;
}
export const IDS = Symbol('Ids');
