import type { OwnMissing, OwnPlacement } from '../exchange/exchange-client.port';
import { InFlight } from '../plan/in-flight';
import { planChild } from '../plan/plan-child';
import type { ChildPlan } from '../plan/plan-child';
import { BATCH, postThreads } from '../plan/post-threads';
import type { ThreadOutcome } from '../plan/post-threads';
import type { Group, RowStore } from '../plan/row-store';
import { keepBooks, noteOutcomes } from '../report/bookkeeping';
import type { ReportBook } from '../report/import-report';
import { placeFinder } from '../postcodes/place';
import type { FindPlace } from '../postcodes/place';
import { readChild } from './child-file';
import type { ImportOptions, StoredRecord } from './import-options';
import type { ReturnSurvey } from './return-survey';
import type { ReturnRow } from './rows';

export type Gathered = Readonly<{ store: RowStore<StoredRecord>; book: ReportBook; survey: ReturnSurvey }>;

const isRow = (record: StoredRecord): record is ReturnRow => 'file' in record;
const isPlacement = (record: StoredRecord): record is OwnPlacement =>
  !isRow(record) && record.kind === 'placement';
const isMissing = (record: StoredRecord): record is OwnMissing =>
  !isRow(record) && record.kind === 'missing-episode';

const planOf = async (
  { child, records }: Group<StoredRecord>,
  findPlace: FindPlace,
  { authority }: ImportOptions,
  { book, survey }: Gathered,
): Promise<ChildPlan> => {
  const file = await readChild(child, records.filter(isRow), findPlace);
  const plan = planChild(file, {
    authority,
    placements: records.filter(isPlacement),
    missing: records.filter(isMissing),
    returnTo: survey.returnTo,
    ...(survey.returnFrom === undefined ? {} : { returnFrom: survey.returnFrom }),
  });
  keepBooks(book, file, plan);
  return plan;
};

const dryOutcomes = (plans: readonly ChildPlan[], { onPlanned }: ImportOptions): readonly ThreadOutcome[] =>
  plans.flatMap(({ threads }) =>
    threads.map((thread) => {
      thread.commands.forEach((command) =>
        onPlanned?.({ ...command, ...(thread.id === undefined ? {} : { id: thread.id }) }),
      );
      return { thread, recorded: thread.commands.map(({ action }) => action), repeated: [] };
    }),
  );

const threadsOf = (plans: readonly ChildPlan[]): number =>
  plans.reduce((total, { threads }) => total + threads.length, 0);

/** Goes through the children, a batch of them at a time, so that one child's notices stay together and in order. */
export const postReturn = async (options: ImportOptions, gathered: Gathered): Promise<void> => {
  const findPlace = await placeFinder(options.postcodes, gathered.survey.postcodes());
  const inFlight = new InFlight(options.batchesInFlight ?? 4);
  let done = 0;
  const post = async (plans: readonly ChildPlan[]): Promise<void> => {
    const outcomes = options.dryRun
      ? dryOutcomes(plans, options)
      : await postThreads(
          options.client,
          plans.flatMap(({ threads }) => threads),
        );
    noteOutcomes(gathered.book, plans, outcomes);
    done += plans.length;
    options.onProgress?.({ step: 'posting', done, of: Math.max(done, gathered.survey.children) });
  };
  let waiting: ChildPlan[] = [];
  for await (const group of gathered.store.groups()) {
    const plan = await planOf(group, findPlace, options, gathered);
    if (threadsOf(waiting) + plan.threads.length > BATCH) {
      const batch = waiting;
      waiting = [];
      await inFlight.add(() => post(batch));
    }
    waiting.push(plan);
  }
  await inFlight.add(() => post(waiting));
  await inFlight.drained();
};
