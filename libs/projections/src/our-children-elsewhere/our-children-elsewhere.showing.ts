import { AUTHORITIES, SEALER, RESTRICTIONS } from '@ibex/kernel';
import type { Authorities, Sealer, Restrictions } from '@ibex/kernel';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { nameOf } from '../shared/authority-name';
import { ChildrenShown } from '../shared/children/child-shown';
import { noticeIdOf } from '../shared/notice-id';
import { toPlacementKnown } from '../shared/placement-known';
import type { SealedPart } from '../shared/placement-story';
import { present } from '../shared/present';
import type { HostShown, PlacedElsewhereShown, StayShown } from './our-children-elsewhere.dto';
import type { PlacedElsewhereRow } from './our-children-elsewhere.schema';
import { sealedPartsOf, staysOf } from './stored-stays.codec';
import type { StoredStay } from './stored-stays.codec';

/** The stay of a date, else the last one. */
const stayOn = (stays: readonly StoredStay[], on: string | undefined): StoredStay | undefined =>
  stays.findLast(({ startsOn }) => on === undefined || startsOn <= on) ?? stays.at(-1);

/** When the host was told: nobody is, while the host is unknown, withheld or outside England. */
const toldAt = (row: PlacedElsewhereRow): string | null =>
  row.hostKind === 'authority' && row.restricted === 0 ? row.recordedAt : null;

/** Turns rows into what their owner may see of them: everything, unsealed. */
@Injectable()
export class PlacedElsewhereShowing {
  constructor(
    @Inject(SEALER) private readonly sealer: Sealer,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    private readonly children: ChildrenShown,
    @Optional() @Inject(RESTRICTIONS) private readonly restrictions?: Pick<Restrictions, 'among'>,
  ) {}

  async of(
    rows: readonly PlacedElsewhereRow[],
    on: string | undefined,
  ): Promise<readonly Plain<PlacedElsewhereShown>[]> {
    const refs = rows.flatMap(({ recordRef }) => recordRef ?? []);
    const [children, restricted] = await Promise.all([
      this.children.of(refs),
      this.restrictions?.among(refs),
    ]);
    return Promise.all(
      rows.map(async (row) => ({
        ...this.open(row, on),
        ...present({
          localId: children.get(row.recordRef ?? '')?.localId,
          // of a restricted record no list tells its own authority either where exactly the child is
          postcode: restricted?.has(row.recordRef ?? '') ? undefined : await this.findPostcode(row),
        }),
      })),
    );
  }

  /** Where the child of a row was on a date, or was last. */
  hostOf(row: Pick<PlacedElsewhereRow, 'stays' | 'hostKind' | 'hostCode'>, on?: string): Plain<HostShown> {
    return this.toHost(stayOn(staysOf(row.stays), on) ?? row);
  }

  private open(row: PlacedElsewhereRow, on: string | undefined): Plain<PlacedElsewhereShown> {
    const stays = staysOf(row.stays);
    return {
      noticeId: noticeIdOf(row.stream),
      startsOn: row.startsOn,
      host: this.hostOf(row, on),
      stays: stays.map((stay) => this.toStay(stay)),
      restricted: row.restricted === 1,
      ...present({
        recordRef: row.recordRef,
        endedOn: row.endedOn,
        toldAt: toldAt(row),
        acknowledgedAt: row.acknowledgedAt,
        respondedAt: row.respondedAt,
        source: row.sourceSystem,
        reasonForNewEpisode: row.reasonForNewEpisode,
      }),
      ...toPlacementKnown(row),
    };
  }

  private toStay(stay: StoredStay): Plain<StayShown> {
    return {
      host: this.toHost(stay),
      startsOn: stay.startsOn,
      ...present({ endedOn: stay.endedOn }),
    };
  }

  private toHost({ hostKind, hostCode }: Pick<StoredStay, 'hostKind' | 'hostCode'>): Plain<HostShown> {
    if (hostKind !== 'authority' || hostCode === null)
      return { kind: hostKind, ...present({ code: hostCode }) };
    return { kind: hostKind, gss: hostCode, name: nameOf(this.authorities, hostCode) };
  }

  /** As told last: what was sealed with a correction comes after what it corrects. */
  private async findPostcode(row: PlacedElsewhereRow): Promise<string | undefined> {
    const { recordRef } = row;
    if (recordRef === null) return undefined;
    const parts = await Promise.all(
      sealedPartsOf(row.sealed).map(([factId, sealed]: SealedPart) =>
        this.sealer.unseal(recordRef, factId, sealed),
      ),
    );
    const postcodes = parts.map((part) => part?.['postcode']);
    return postcodes.findLast((postcode) => typeof postcode === 'string');
  }
}
