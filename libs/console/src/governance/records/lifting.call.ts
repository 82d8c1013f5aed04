import type { CallOf } from '@ibex/sdk';

type Lifting = CallOf<'post', '/v1/records/{recordRef}/restrictions/{label}/lifting'>[0];

/** Codec: contracts up to version 0.1.0 leave out the parts of this path, which the exchange nevertheless needs. */
export const liftingOf = (
  path: Readonly<{ recordRef: string; label: string }>,
  reason: string,
  key: string,
) => ({ params: { path }, body: { reason }, key }) as unknown as Lifting;
