import { deliveryDefinition, taskDefinition, tasksProjection } from '@ibex/delivery';
import { recordDefinition } from '@ibex/identity';
import type { ReadModels, Sealer } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { projections, unsealingProjections } from '@ibex/projections';
import { SubscriptionRunner, ViewRunner, WorkShare, silentLog } from '@ibex/runtime';
import type { AnyProjection, FactLog, Projection } from '@ibex/runtime';
import { StreamHistories } from '../../libs/runtime/src/view/stream-histories';
import { ViewBuilder } from '../../libs/runtime/src/view/view-builder';

const LONGEST_MS = 600_000;

export const everyDefinition = [...definitions, recordDefinition, deliveryDefinition, taskDefinition];

/** Every view, of so many-th rules. */
export const viewsOfVersion = (version: number): readonly Projection[] =>
  [...projections(everyDefinition), tasksProjection].map((each) => ({
    ...each,
    schema: { ...each.schema, version },
  }));

/** Those that have to unseal, which those who measure rows alone leave out. */
const unsealingOfVersion = (version: number, sealer: Sealer | undefined): readonly AnyProjection[] =>
  sealer === undefined
    ? []
    : unsealingProjections(everyDefinition, sealer).map((each) => ({
        ...each,
        schema: { ...each.schema, version },
      }));

/** `sealer`: given, the views that unseal are built, too. */
export type ViewStores = Readonly<{ readModels: ReadModels; log: FactLog; sealer?: Sealer }>;

/** As after a release with other rules: each view finds a live copy of another version, and all are built anew. */
export const rebuildAll = async ({ readModels, log, sealer }: ViewStores, version: number): Promise<void> => {
  const builder = new ViewBuilder(log, new StreamHistories(log), readModels);
  const share = new WorkShare(silentLog());
  const subscriptions = new SubscriptionRunner(log, silentLog(), share);
  const views = new ViewRunner(subscriptions, builder, silentLog());
  for (const projection of [...viewsOfVersion(version), ...unsealingOfVersion(version, sealer)])
    views.follow(projection);
  share.onApplicationBootstrap();
  const isDone = await subscriptions.caughtUpTo(await log.head(), LONGEST_MS);
  await subscriptions.beforeApplicationShutdown();
  if (!isDone) throw new Error('the views were not rebuilt in time');
};
