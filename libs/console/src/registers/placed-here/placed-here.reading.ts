import type { ExchangeApi } from '@ibex/sdk';
import type { PlacedHereAnswer } from '../parts/answers';

export type RegisterAsked = Readonly<{ on?: string; from?: string }>;
type Cut = Readonly<{ limit: number; cursor?: string }>;

const MOST_PER_PAGE = 500;

/** One page of the register. */
export const readRegister = (
  api: ExchangeApi,
  { on, from }: RegisterAsked,
  cut: Cut,
): Promise<PlacedHereAnswer> =>
  api.get('/v1/registers/placed-here', {
    params: {
      query: {
        ...cut,
        ...(on === undefined ? {} : { on }),
        ...(from === undefined ? {} : { placingAuthority: from }),
      },
    },
  });

/** Every page of it, one at a time, as whoever takes them is ready for more. */
export async function* registerPages(
  api: ExchangeApi,
  asked: RegisterAsked,
  first: PlacedHereAnswer,
): AsyncGenerator<PlacedHereAnswer> {
  yield first;
  // a register that is asked for until midnight stays that of the day on which it began
  const same = { ...asked, on: first.on };
  let cursor = first.next;
  while (cursor !== undefined) {
    const page = await readRegister(api, same, { limit: MOST_PER_PAGE, cursor });
    yield page;
    cursor = page.next;
  }
}

/** The first page of a file: read before anything is sent, so that a refusal can still be a page. */
export const firstOfFile = (api: ExchangeApi, asked: RegisterAsked): Promise<PlacedHereAnswer> =>
  readRegister(api, asked, { limit: MOST_PER_PAGE });
