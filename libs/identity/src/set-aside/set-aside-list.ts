import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_POLICY, BASIS_OF_OWNER, BEGINNING, READ_LEDGER, RECORDS } from '@ibex/kernel';
import type { AccessPolicy, ChildIdentity, ReadLedger, Reader, Records } from '@ibex/kernel';
import { FactLog, fromCursor, purposeOr, toPage } from '@ibex/runtime';
import type { Plain, Reading } from '@ibex/runtime';
import type { AsideRow } from '../worker/pair-book.schema';
import { SetAsideTable } from './set-aside-table';
import { SET_ASIDE_WORDS } from './set-aside.words';
import { USUAL_SET_ASIDE } from './set-aside.dto';
import type { SetAsidePageDto, SetAsideQuery, SetAsideRecordDto } from './set-aside.dto';

/** By which people know whom a record is of. How many it looks like, and whose they are, is nobody's to know. */
const SHOWN = ['localId', 'forename', 'surname', 'dateOfBirth'] as const;

const childShown = (child: ChildIdentity): Readonly<Record<string, string>> =>
  Object.fromEntries(SHOWN.flatMap((name) => (child[name] === undefined ? [] : [[name, child[name]]])));

/** Records of an authority that the matcher does not match as others, for their owner. */
@Injectable()
export class SetAsideList {
  constructor(
    private readonly table: SetAsideTable,
    private readonly log: FactLog,
    @Inject(RECORDS) private readonly records: Pick<Records, 'identityOf'>,
    @Inject(ACCESS_POLICY) private readonly access: Pick<AccessPolicy, 'seeRecord'>,
  ) {}

  async page(reader: Reader, query: Plain<SetAsideQuery>): Promise<Plain<SetAsidePageDto>> {
    const [reached, head] = await Promise.all([this.table.reached(), this.log.head()]);
    if (reached === undefined) return { items: [], position: BEGINNING, upToDate: false };
    const limit = query.limit ?? USUAL_SET_ASIDE;
    const page = toPage(await this.rows(reader, query, limit + 1), limit, ({ recordRef }) => [recordRef]);
    const shown = await Promise.all(page.items.map((row) => this.shown(reader, row)));
    const items = shown.flatMap((record) => record ?? []);
    return { ...page, items, position: reached, upToDate: reached >= head };
  }

  private rows(
    { authority: owner }: Reader,
    { because, cursor }: Plain<SetAsideQuery>,
    limit: number,
  ): Promise<readonly AsideRow[]> {
    const after = cursor === undefined ? undefined : String(fromCursor(cursor, 1)[0]);
    return this.table.of({ owner, because, after, limit });
  }

  /** Undefined where nothing can be mended: the record was erased, or says nothing to this reader. */
  private async shown(
    reader: Reader,
    { recordRef, because }: AsideRow,
  ): Promise<Plain<SetAsideRecordDto> | undefined> {
    const { sight, groups } = await this.access.seeRecord(reader, recordRef);
    if (sight !== 'owner' || !groups.includes('identity')) return undefined;
    const child = await this.records.identityOf(recordRef);
    return child && { recordRef, because, ...SET_ASIDE_WORDS[because], child: childShown(child) };
  }
}

/** Puts on record which of its records an authority looked at for this. */
@Injectable()
export class SetAsideLooks {
  constructor(@Inject(READ_LEDGER) private readonly ledger: ReadLedger) {}

  async note({ reader, said }: Reading, refs: readonly string[]): Promise<void> {
    const shown = refs.map((recordRef) => ({ recordRef, owner: reader.authority, basis: BASIS_OF_OWNER }));
    const purpose = purposeOr(said, 'owner');
    await this.ledger.note(reader, { what: 'set-aside', purpose, shown, asList: true });
  }
}
