import type { Visit } from '../../frame/visit';
import type { PlacedHereAnswer } from '../parts/answers';
import { purposeOf } from '../parts/purpose';

export type RegisterAsked = Readonly<{ on?: string; from?: string }>;
type Cut = Readonly<{ limit: number; cursor?: string }>;

const MOST_PER_PAGE = 500;

/** One page of the register. */
export const readRegister = (
  visit: Visit,
  { on, from }: RegisterAsked,
  cut: Cut,
): Promise<PlacedHereAnswer> =>
  visit.api.get('/v1/registers/placed-here', {
    params: {
      header: purposeOf(visit),
      query: {
        ...cut,
        ...(on === undefined ? {} : { on }),
        ...(from === undefined ? {} : { placingAuthority: from }),
      },
    },
  });

/** Every page of it, one at a time, as whoever takes them is ready for more. */
export async function* registerPages(
  visit: Visit,
  asked: RegisterAsked,
  first: PlacedHereAnswer,
): AsyncGenerator<PlacedHereAnswer> {
  yield first;
  // a register that is asked for until midnight stays that of the day on which it began
  const same = { ...asked, on: first.on };
  let cursor = first.next;
  while (cursor !== undefined) {
    const page = await readRegister(visit, same, { limit: MOST_PER_PAGE, cursor });
    yield page;
    cursor = page.next;
  }
}

/** The first page of a file: read before anything is sent, so that a refusal can still be a page. */
export const firstOfFile = (visit: Visit, asked: RegisterAsked): Promise<PlacedHereAnswer> =>
  readRegister(visit, asked, { limit: MOST_PER_PAGE });
