import { ExchangeRefused } from '@ibex/sdk';

type Sent = Promise<Readonly<{ data?: unknown; response: Response }>>;

/** An answer that is no JSON, as text. Throws ExchangeRefused, as `get` of the client does. */
export const textFrom = async (sent: Sent): Promise<string> => {
  const { data, response } = await sent;
  if (!response.ok || typeof data !== 'string') throw new ExchangeRefused(response.status, 'no text');
  return data;
};
