import type { Visit } from './visit';

/** What of a request tells who visits. */
export type ConsoleRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: unknown;
  visit?: Visit;
};

/** Who is signed in on a request: behind it stand sessions and tokens. */
export abstract class Visits {
  /** Undefined where nobody is signed in, or was for too long. */
  abstract of(request: ConsoleRequest): Promise<Visit | undefined>;
}
