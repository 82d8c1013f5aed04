import { ExchangeRefused } from '@ibex/sdk';
import type { ExchangeApi } from '@ibex/sdk';

const NOT_FOUND = 404;

/** The reference of a child by the own authority's number; undefined for one that it has told nothing of. */
export const ownRecord = async (api: ExchangeApi, localId: string): Promise<string | undefined> => {
  try {
    return (await api.post('/v1/records/find', { body: { localId } })).recordRef;
  } catch (error) {
    if (error instanceof ExchangeRefused && error.status === NOT_FOUND) return undefined;
    throw error;
  }
};
