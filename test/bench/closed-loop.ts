import autocannon from 'autocannon';
import { placementNotice, requestOf } from './notices';
import type { Tokens } from './tokens';

/** `lastPosition`: of the newest fact that an answer named. */
export type LoadResult = Readonly<{
  accepted: number;
  refused: number;
  seconds: number;
  lastPosition: number;
}>;

const POSITION = /"position":(\d+)/;
let turn = 0;

/** 32 connections that each post their next notice as soon as the last one is answered. */
export const postFor = (url: string, seconds: number, tokens: Tokens): Promise<LoadResult> => {
  const begun = performance.now();
  let lastPosition = -1;
  return new Promise((resolve, reject) => {
    const load = autocannon(
      {
        url,
        connections: 32,
        duration: seconds,
        requests: [
          {
            method: 'POST',
            path: '/v1/placements',
            setupRequest: (request) => {
              const notice = placementNotice((turn += 1));
              return { ...request, ...requestOf(notice, tokens.get(notice.from) ?? '') };
            },
            onResponse: (_, body) => {
              lastPosition = Math.max(lastPosition, Number(POSITION.exec(body)?.[1] ?? -1));
            },
          },
        ],
      },
      (fault: unknown, result) => {
        if (fault instanceof Error) reject(fault);
        const took = (performance.now() - begun) / 1000;
        const refused = result.non2xx + result.errors;
        resolve({ accepted: result['2xx'], refused, seconds: took, lastPosition });
      },
    );
    autocannon.track(load, {
      renderProgressBar: false,
      renderResultsTable: false,
      renderLatencyTable: false,
    });
  });
};
