import { AsyncLocalStorage } from 'node:async_hooks';
import type { OnBehalfOf, Reader, ReaderContext } from '@ibex/kernel';

type Request = { onBehalfOf: OnBehalfOf };

const requests = new AsyncLocalStorage<Request>();

/** Everything that `work` leads to counts as done for a request, for nobody until its token was verified. */
export const withinRequest = (work: () => void): void => {
  requests.run({ onBehalfOf: { kind: 'nobody' } }, work);
};

/** To be called once the token of the present request was verified. */
export const readsAs = ({ authority }: Reader): void => {
  const request = requests.getStore();
  if (request) request.onBehalfOf = { kind: 'reader', authority };
};

/** Work that a request sets off but that outlives it or is not for its reader's eyes. */
export const asSystem = <T>(work: () => T): T => requests.run({ onBehalfOf: { kind: 'system' } }, work);

/** Outside a request the service acts for itself. */
export const readerContext: ReaderContext = {
  current: () => requests.getStore()?.onBehalfOf ?? { kind: 'system' },
};
