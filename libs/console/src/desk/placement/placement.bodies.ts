import type { components } from '@ibex/sdk';

/** What the exchange takes of a host's answer. */
export type ReplyBody = components['schemas']['RespondToPlacementDto'];
