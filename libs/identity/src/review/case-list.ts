import { Inject, Injectable } from '@nestjs/common';
import { RESTRICTIONS } from '@ibex/kernel';
import type { Purpose, Reader, Restrictions } from '@ibex/kernel';
import { fromCursor, toPage } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { LinkTable } from '../links/view/link-table';
import type { AfterCase, CasesAsked } from '../links/view/link-table';
import type { LinkCaseRow } from '../links/view/links.schema';
import type { LinkCaseDto, LinkCasesDto } from './answers.dto';
import { CaseReads } from './case-reads';
import { USUAL_CASES } from './links.dto';
import type { LinkReviewQuery } from './links.dto';
import { oddsInWords } from './reason-words';

const toCase = (row: LinkCaseRow): Plain<LinkCaseDto> => ({
  ...{ id: row.linkId, state: row.standing, awaitsSecondPerson: row.waits === 1 },
  ...{ recordRef: row.recordRef, otherOwner: row.otherOwner },
  ...{ odds: oddsInWords(row.weight), changedAt: row.changedAt },
});

const afterOf = (cursor: string | undefined): AfterCase | undefined => {
  if (cursor === undefined) return undefined;
  const [weight = 0, linkId = ''] = fromCursor(cursor, 2);
  return { weight: Number(weight), linkId: String(linkId) };
};

const askedOf = (
  { authority, person }: Reader,
  { state = 'proposed', mine }: LinkReviewQuery,
): CasesAsked => ({
  authority,
  limit: 0,
  ...(state === 'second-person' ? { waits: true } : { standing: state }),
  ...(mine === true ? { person } : {}),
});

/** What an authority has to decide on, or has decided. */
@Injectable()
export class CaseList {
  constructor(
    private readonly table: LinkTable,
    @Inject(RESTRICTIONS) private readonly restrictions: Pick<Restrictions, 'among'>,
    private readonly reads: CaseReads,
  ) {}

  async page(
    reader: Reader,
    query: LinkReviewQuery,
    said: Purpose | undefined,
  ): Promise<Plain<LinkCasesDto>> {
    const limit = query.limit ?? USUAL_CASES;
    const rows = await this.rows({ ...askedOf(reader, query), limit: limit + 1 }, afterOf(query.cursor));
    const page = toPage(rows, limit, ({ weight, linkId }) => [weight, linkId]);
    await this.reads.list(reader, page.items, said);
    return { ...page, items: page.items.map(toCase) };
  }

  /** Read on until the page is full: what is left out leaves no gap behind. */
  private async rows(asked: CasesAsked, after?: AfterCase): Promise<readonly LinkCaseRow[]> {
    const rows = await this.table.cases({ ...asked, ...(after ? { after } : {}) });
    const shown = await this.withoutRestricted(rows);
    const last = rows.at(-1);
    if (rows.length < asked.limit || shown.length === asked.limit || !last) return shown;
    const more = await this.rows({ ...asked, limit: asked.limit - shown.length }, last);
    return [...shown, ...more];
  }

  private async withoutRestricted(rows: readonly LinkCaseRow[]): Promise<readonly LinkCaseRow[]> {
    const others = rows.filter(({ authority, otherOwner }) => otherOwner !== authority);
    const restricted = await this.restrictions.among(others.map(({ other }) => other));
    return rows.filter(
      ({ other, otherOwner, authority }) => otherOwner === authority || !restricted.has(other),
    );
  }
}
