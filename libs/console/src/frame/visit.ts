import type { Role } from '@ibex/kernel';
import type { ExchangeApi } from '@ibex/sdk';

/** A person who has signed in, for one request. What a page may show is what `api` answers to this person's token. */
export type Visit = Readonly<{
  sessionId: string;
  /** Opaque reference of the person, as the exchange records it. */
  person: string;
  /** As the person is greeted; never sent to the exchange. */
  name: string;
  /** GSS code of the authority that the token speaks for. */
  authority: string;
  authorityName: string;
  roles: readonly Role[];
  api: ExchangeApi;
  /** A token of the session: for what the typed client does not do, such as an event stream. `again`: a fresh one. */
  token: (again: boolean) => Promise<string>;
  /** Stands in every form that posts. */
  csrf: string;
  /** Until the session ends unless another page is asked for. */
  idleSeconds: number;
  /** Origin to which the browser goes on when the person signs out; undefined: nowhere else. */
  leavesBy?: string;
}>;

export const hasRole = ({ roles }: Pick<Visit, 'roles'>, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));
