import { CHANNEL_KINDS, PAYLOADS, SIGNING_SCHEMES } from '@ibex/kernel';
import type { ChannelKind, Payload, SigningScheme } from '@ibex/kernel';
import { Code, Count, Flag, Nested, Text } from '@ibex/runtime';
import { CLOSED_BECAUSE, PAUSED_BECAUSE } from '../domain/subscription.events';
import type { ClosedBecause } from '../domain/subscription.events';
import { CadenceDto } from './cadence.dto';
import { FilterDto } from './filter.dto';
import { DeskField, StartField } from './own.fields';
import type { StartsAt } from './own.fields';

const NAME = { max: 80, description: 'What you call it; kept sealed' } as const;
const TARGET = {
  max: 2_048,
  optional: true,
  description:
    'Where to send: the HTTPS address of a webhook, the e-mail address of a desk, the name of a folder; kept sealed. Left out for other channels.',
} as const;
const FILTER = { optional: true, description: 'What you want of your mailbox; left out: all of it' } as const;
const DESK = { optional: true, description: 'Desk that is to act on what comes' } as const;
const PAYLOAD = {
  optional: true,
  description:
    'What a webhook brings. thin: that something is there, and where its detail is. sealed: the detail too, as JWE to your own key; held while none of your keys can be sealed to',
} as const;
const CADENCE = {
  optional: true,
  description:
    'For an e-mail digest and a file drop: how often what has gathered is brought out; each day at 7 unless told. What is urgent is brought at once',
} as const;
const CONFIRMS = {
  optional: true,
  description:
    'A person says that the filter may keep urgent notices away from this channel. Needed for every filter but one that only names urgencies and keeps urgent; goes on record with the person.',
} as const;
const SIGNING = { optional: true, description: 'How a webhook is signed; hmac-sha256 unless told' } as const;

export class OpenSubscriptionDto {
  @Text(NAME)
  readonly name!: string;

  @Code(CHANNEL_KINDS, { description: 'How entries are to reach you' })
  readonly channel!: ChannelKind;

  @Text(TARGET)
  readonly target?: string;

  @Nested(() => FilterDto, FILTER)
  readonly filter?: FilterDto;

  @Code(PAYLOADS, PAYLOAD)
  readonly payload?: Payload;

  @Nested(() => CadenceDto, CADENCE)
  readonly cadence?: CadenceDto;

  @DeskField(DESK)
  readonly desk?: string;

  @StartField({
    optional: true,
    description:
      'After which entry of your mailbox it begins: now (unless told), beginning, the number of the last entry that you have, or a moment',
  })
  readonly startsAt?: StartsAt;

  @Code(SIGNING_SCHEMES, SIGNING)
  readonly signing?: SigningScheme;

  @Flag(CONFIRMS)
  readonly confirmsThatUrgentMayBeHidden?: boolean;
}

export class ChangeSubscriptionDto {
  @Text({ ...NAME, optional: true })
  readonly name?: string;

  @Text(TARGET)
  readonly target?: string;

  @Flag({ optional: true, description: 'true: no desk any more; then leave desk out' })
  readonly withoutDesk?: boolean;

  @Nested(() => FilterDto, { optional: true, description: 'The whole new filter; {} for all of the mailbox' })
  readonly filter?: FilterDto;

  @Code(PAYLOADS, PAYLOAD)
  readonly payload?: Payload;

  @Nested(() => CadenceDto, CADENCE)
  readonly cadence?: CadenceDto;

  @DeskField(DESK)
  readonly desk?: string;

  @Flag(CONFIRMS)
  readonly confirmsThatUrgentMayBeHidden?: boolean;
}

export const USUAL_PAUSE_HOURS = 24;
const MOST_PAUSE_HOURS = 720;

export class PauseSubscriptionDto {
  @Code(PAUSED_BECAUSE, { optional: true, description: 'Why' })
  readonly because?: (typeof PAUSED_BECAUSE)[number];

  @Count({
    min: 1,
    max: MOST_PAUSE_HOURS,
    optional: true,
    description: 'Hours after which it goes on by itself; 24 unless told. Longer needs a person who says so.',
  })
  readonly forHours?: number;

  @Flag({
    optional: true,
    description:
      'A person says that urgent notices may stay away for longer than 24 hours; goes on record with the person.',
  })
  readonly confirmsThatUrgentMayBeHidden?: boolean;
}

export class CloseSubscriptionDto {
  @Code(CLOSED_BECAUSE, { optional: true, description: 'Why' })
  readonly because?: ClosedBecause;
}

export const USUAL_OVERLAP_HOURS = 24;

export class RotateSecretDto {
  @Count({
    min: 0,
    max: 168,
    optional: true,
    description: 'Hours during which the secrets before it sign too; 24 unless told, 0 ends them at once',
  })
  readonly overlapHours?: number;

  @Code(SIGNING_SCHEMES, SIGNING)
  readonly signing?: SigningScheme;
}

export const MOST_TESTED = 500;
export const USUALLY_TESTED = 100;
const LAST = {
  min: 1,
  max: MOST_TESTED,
  optional: true,
  description: 'How many of your latest entries to look at; 100 unless told',
} as const;

export class TestFilterDto {
  @Nested(() => FilterDto, { description: 'The filter to try out' })
  readonly filter!: FilterDto;

  @Count(LAST)
  readonly last?: number;
}

export class TestSubscriptionDto {
  @Count(LAST)
  readonly last?: number;
}

export class SubscriptionsQuery {
  @Code(['open', 'all'], { optional: true, description: 'open unless told; all: closed ones too' })
  readonly state?: 'open' | 'all';
}
