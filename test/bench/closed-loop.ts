import autocannon from 'autocannon';
import { placementNotice, requestOf } from './notices';

export type Tokens = ReadonlyMap<string, string>;
export type LoadResult = Readonly<{ accepted: number; seconds: number; refused: number }>;

let turn = 0;

/** 32 connections that each post their next notice as soon as the last one is answered. */
export const postFor = async (url: string, seconds: number, tokens: Tokens, children?: number): Promise<LoadResult> => {
  const begun = performance.now();
  const result = await autocannon({
    url,
    connections: 32,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/v1/placements',
        setupRequest: (request) => {
          const notice = placementNotice((turn += 1), children);
          return { ...request, ...requestOf(notice, tokens.get(notice.from) ?? '') };
        },
      },
    ],
  });
  return {
    accepted: result['2xx'],
    refused: result.non2xx + result.errors,
    seconds: (performance.now() - begun) / 1000,
  };
};
