import type { components, operations } from '@ibex/sdk';

type JsonOf<O> = O extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer J } };
}
  ? J
  : never;

/** What the exchange takes of a missing episode. */
export type SightingBody = JsonOf<operations['Missing.sighting']>;
export type FoundBody = JsonOf<operations['Missing.found']>;
export type ResponseBody = JsonOf<operations['Missing.acknowledge']>;
export type MomentBody = components['schemas']['MomentDto'];
