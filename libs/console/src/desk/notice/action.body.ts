import type { components } from '@ibex/sdk';

export type ActionBody = components['schemas']['ActionDto'];
export type ActionCode = ActionBody['action'];
export type ReasonCode = NonNullable<ActionBody['reason']>;
