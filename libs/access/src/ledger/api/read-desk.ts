import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities, Reader } from '@ibex/kernel';
import { fromCursor, toPage } from '@ibex/runtime';
import type { Page, Plain } from '@ibex/runtime';
import { ReadList } from '../view/read-list';
import type { ReadRow } from '../view/reads.schema';
import { MOST_READS, USUAL_READS } from './reads.dto';
import type { ReadListDto, ReadShownDto, ReadsQuery } from './reads.dto';

type Asked = Omit<Plain<ReadsQuery>, 'format'>;

/** Shows an authority who looked at its records, and at what its own people looked. */
@Injectable()
export class ReadDesk {
  constructor(
    private readonly list: ReadList,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
  ) {}

  async page(reader: Reader, asked: Asked): Promise<Plain<ReadListDto>> {
    const { items, next } = await this.rows(reader, asked);
    const reads = items.map((row) => this.toShown(row));
    return next === undefined ? { reads } : { reads, next };
  }

  /** Every look, page after page, for a file. */
  async whole(reader: Reader, asked: Asked): Promise<readonly Plain<ReadShownDto>[]> {
    const lines: Plain<ReadShownDto>[] = [];
    let page = await this.page(reader, { ...asked, limit: MOST_READS });
    lines.push(...page.reads);
    while (page.next !== undefined) {
      page = await this.page(reader, { ...asked, limit: MOST_READS, cursor: page.next });
      lines.push(...page.reads);
    }
    return lines;
  }

  private async rows({ authority }: Reader, asked: Asked): Promise<Page<ReadRow>> {
    const { recordRef, since, by, cursor, scope = 'our-records', limit = USUAL_READS } = asked;
    const column = scope === 'our-people' ? 'authority' : 'owner';
    const [position, last] = cursor === undefined ? [] : fromCursor(cursor, 2);
    const before = cursor === undefined ? undefined : { position: Number(position), recordRef: String(last) };
    const rows = await this.list.of({
      ...{ mine: { column, authority }, recordRef, by, since, before, limit: limit + 1 },
    });
    return toPage(rows, limit, (row) => [row.position, row.recordRef]);
  }

  private toShown(row: ReadRow): Plain<ReadShownDto> {
    return {
      ...{ recordRef: row.recordRef, owner: row.owner, authority: row.byAuthority },
      authorityName: this.authorities.find(row.byAuthority)?.name ?? row.byAuthority,
      ...{ person: row.person, role: row.role, what: row.what, purpose: row.purpose },
      ...{ basis: row.basisText, source: row.basisSource, at: row.at },
      ...(row.lastAt === row.at ? {} : { lastAt: row.lastAt }),
      ...{ inList: row.listId !== null, told: row.told === 1 },
    };
  }
}
