import type { Agent } from '../../console/support/agent';

export type Asked = Readonly<{ agent: Agent; path: string; body?: URLSearchParams }>;

/** One page that is asked for in its turn; `ask` once a round. */
export type MeasuredPage = Readonly<{
  name: string;
  /** A form that was taken leads on. */
  status: 200 | 303;
  ask(round: number): Asked;
  /** What came of it, for pages that go on from there. */
  came?(asked: Asked, location: string): void;
}>;
