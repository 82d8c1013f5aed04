import { Injectable } from '@nestjs/common';
import { StoreUnavailable } from '@ibex/kernel';
import type {
  Cadence,
  EndpointTrouble,
  EntryFilter,
  MailboxEntry,
  Subscription,
  Subscriptions,
} from '@ibex/kernel';
import type { Confirmation, PausedBecause } from '../domain/subscription.events';
import type { KnownTrouble } from '../domain/subscription.state';
import { goneOf, shortly } from '../record/known-subscription';
import { LoggedSubscriptions } from '../record/logged-subscriptions';
import { SealedWordsReader } from '../record/sealed-words';
import type { SealedWord } from '../record/sealed-words';
import { SubscriptionKeeper } from '../record/subscription-keeper';
import { SubscriptionList } from './subscription-list';
import type { Wanted } from './subscription-list';
import { given } from '../given';
import type { SubscriptionRow } from './subscriptions.schema';

const wordOf = (factId: string | null, sealed: string | null): SealedWord | undefined =>
  factId === null || sealed === null ? undefined : { factId, sealed };

// codecs: the projection wrote what the decider had accepted
const toFilter = (json: string): EntryFilter => JSON.parse(json) as EntryFilter;
const toCadence = (json: string | null): Cadence | undefined =>
  json === null ? undefined : (JSON.parse(json) as Cadence);
const toConfirmation = (json: string): Confirmation => JSON.parse(json) as Confirmation;
const toTrouble = (json: string | null): KnownTrouble | undefined =>
  json === null ? undefined : (JSON.parse(json) as KnownTrouble);

/** A subscription of the list, when it was opened, and who confirmed that it may hide urgent notices. */
export type Listed = Readonly<{
  subscription: Subscription;
  openedAt: string;
  confirmedBy?: Confirmation;
  pausedBecause?: PausedBecause;
  trouble?: KnownTrouble;
}>;

/** The kernel's port: one subscription from the log, many from the view, which trails the log by a moment. */
@Injectable()
export class ListedSubscriptions implements Subscriptions {
  constructor(
    private readonly list: SubscriptionList,
    private readonly logged: LoggedSubscriptions,
    private readonly words: SealedWordsReader,
    private readonly keeper: SubscriptionKeeper,
  ) {}

  find(id: string): Promise<Subscription | undefined> {
    return this.logged.find(id);
  }

  async open(authority?: string): Promise<readonly Subscription[]> {
    try {
      const listed = await this.wanted(authority === undefined ? {} : { authority });
      return listed.map(({ subscription }) => subscription);
    } catch (error) {
      // at the very first start there is no such table until some process has built the view
      if (error instanceof StoreUnavailable && error.fault === 'store/failed')
        return this.logged.open(authority);
      throw error;
    }
  }

  async wanted(wanted: Wanted): Promise<readonly Listed[]> {
    const rows = await this.list.of(wanted);
    return Promise.all(
      rows.map(async (row) => ({
        subscription: await this.toSubscription(row),
        openedAt: row.openedAt,
        ...given({
          confirmedBy: row.confirmedBy === null ? undefined : toConfirmation(row.confirmedBy),
          pausedBecause: row.pausedBecause ?? undefined,
          trouble: toTrouble(row.trouble),
        }),
      })),
    );
  }

  passes(subscription: Subscription, entry: MailboxEntry): Promise<boolean> {
    return this.keeper.passes(subscription, entry);
  }

  gone(id: string): Promise<void> {
    return this.keeper.gone(id);
  }

  troubled(id: string, trouble: EndpointTrouble, againAfterHours: number): Promise<void> {
    return this.keeper.troubled(id, trouble, againAfterHours);
  }

  recovered(id: string): Promise<void> {
    return this.keeper.recovered(id);
  }

  pauseOver(id: string): Promise<void> {
    return this.keeper.pauseOver(id);
  }

  private async toSubscription(row: SubscriptionRow): Promise<Subscription> {
    const { name = '', target } = await this.words.read(row.authority, {
      ...wordNamed('name', wordOf(row.nameFact, row.nameSealed)),
      ...wordNamed('target', wordOf(row.targetFact, row.targetSealed)),
    });
    const { subscriptionId: id, authority, channel, startsAfter, state, revision } = row;
    return {
      ...{ id, authority, name, channel, filter: toFilter(row.filter), startsAfter, state, revision },
      ...given({
        target,
        payload: row.payload === 'thin' ? undefined : row.payload,
        cadence: toCadence(row.cadence),
        desk: row.desk ?? undefined,
        pausedUntil: row.pausedUntil ?? undefined,
        isReceiverGone: goneOf(row.pausedBecause),
        trouble: shortly(toTrouble(row.trouble)),
      }),
    };
  }
}

const wordNamed = (name: 'name' | 'target', word: SealedWord | undefined) =>
  word === undefined ? {} : { [name]: word };
