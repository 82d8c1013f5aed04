import { READ_LEDGER } from '@ibex/kernel';
import type { Purpose, Reader, ReadLedger, RecordShown } from '@ibex/kernel';
import { notFound, purposeOr, toPage } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { USUAL_PER_PAGE } from '../shared/page.dto';
import type { DependsOn } from '../shared/postings/completeness';
import { ViewAnswers } from '../shared/view-answers';
import { WorklistRows } from './worklist-rows';
import type { SortedRow } from './worklist-rows';
import type { WorklistAnswer, WorklistFilter, WorklistsAnswer } from './worklists.dto';
import { WORKLIST_NAMES, WORKLISTS, basisOf, isWorklistName } from './worklists.lists';
import type { WorklistName } from './worklists.lists';
import { WORKLISTS_SCHEMA } from './worklists.schema';
import { WorklistsShowing } from './worklists.showing';

/** Lists of children of the reader's own; the others come of notices that it was sent. */
const OF_ONES_OWN: readonly WorklistName[] = ['missing-ours', 'links-to-review'];

type Named = Readonly<{ name: string; purpose: Purpose | undefined }>;

/** Links are the service's own doing: nobody posts them. */
const noticed = (rows: readonly SortedRow[]): readonly SortedRow[] =>
  rows.filter(({ notification }) => notification !== 'link');

/** Whoever posted what stands on it, and everybody who may have something of the kind to post. */
const dependsOn = ({ authority: reader }: Reader, rows: readonly SortedRow[]): DependsOn => ({
  feeds: noticed(rows).map(({ owner, notification }) => ({ authority: owner, notification })),
  everybodys: [...new Set(noticed(rows).map(({ notification }) => notification))],
  reader,
});

const shownOf = ({ authority }: Reader, rows: readonly SortedRow[]): readonly RecordShown[] => {
  const owners = new Map(rows.map(({ recordRef, owner }) => [recordRef, owner]));
  return [...owners].flatMap(([recordRef, owner]) =>
    recordRef === null ? [] : [{ recordRef, owner, basis: basisOf(owner === authority) }],
  );
};

/** What a reader's authority has to do, list by list. */
@Injectable()
export class WorklistsQuery {
  constructor(
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
    private readonly answers: ViewAnswers,
    private readonly rows: WorklistRows,
    private readonly showing: WorklistsShowing,
  ) {}

  async all(reader: Reader): Promise<Plain<WorklistsAnswer>> {
    const view = await this.answers.stateOf(WORKLISTS_SCHEMA);
    const items = await Promise.all(
      WORKLIST_NAMES.map(async (name) => ({
        name,
        ...WORKLISTS[name],
        lines: await this.rows.count(this.rows.asking(reader, name)),
      })),
    );
    const completeness = await this.answers.completenessOf(dependsOn(reader, []));
    return { ...view, completeness, items };
  }

  /** Throws the 404 problem for a list that there is not. What is shown is on record before it is handed out. */
  async find(
    reader: Reader,
    { name, purpose }: Named,
    asked: Plain<WorklistFilter>,
  ): Promise<Plain<WorklistAnswer>> {
    const { cursor, sort = 'since', limit = USUAL_PER_PAGE } = asked;
    if (!isWorklistName(name)) throw notFound();
    const view = await this.answers.stateOf(WORKLISTS_SCHEMA);
    const asking = this.rows.asking(reader, name);
    const found = await this.rows.page(asking, { sort, cursor, limit });
    const page = toPage(found, limit, ({ sortKey, begins, item }) => [sortKey, begins, item]);
    await this.ledger.note(reader, {
      what: `worklist-${name}`,
      purpose: purposeOr(purpose, OF_ONES_OWN.includes(name) ? 'owner' : 'addressee'),
      shown: shownOf(reader, page.items),
      asList: true,
    });
    const [completeness, items] = await Promise.all([
      this.answers.completenessOf(dependsOn(reader, page.items)),
      this.showing.of(page.items, asking.now),
    ]);
    return { ...view, completeness, name, ...WORKLISTS[name], sort, ...page, items };
  }
}
