import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities, Reader } from '@ibex/kernel';
import { notFound } from '@ibex/runtime';
import { BlastRadius } from '../links/correction/blast-radius';
import { Confirmations } from '../links/correction/confirmations';
import type { Told } from '../links/correction/confirmations';
import type { Reached } from '../links/correction/correction.events';
import { spellsOf } from '../links/correction/link-history.rule';
import type { LinkedSpell } from '../links/correction/link-history.rule';
import type { BlastRadiusDto, CorrectionDto, LinkReachedDto, LinkSpellDto } from './answers.dto';
import { CaseSight } from './case-sight';
import type { CaseSeen } from './case-sight';
import type { Plain } from './plain';

/** Says who saw two records as one child's, and whether they know better by now. */
@Injectable()
export class RadiusReader {
  constructor(
    private readonly sight: CaseSight,
    private readonly radius: BlastRadius,
    private readonly confirmations: Confirmations,
    @Inject(AUTHORITIES) private readonly authorities: Pick<Authorities, 'find'>,
  ) {}

  async one(reader: Reader, id: string): Promise<Plain<BlastRadiusDto>> {
    const seen = await this.sight.see(reader, id);
    // who looks at a child is told to those whose child it is
    if (!seen.link.pair.owners.includes(reader.authority)) throw notFound();
    const spells = spellsOf(seen.facts).map((spell) => this.spell(seen, spell));
    return { id, spells: await Promise.all(spells) };
  }

  /** What an authority reads that was told of a correction: which of the records that it saw are whose. */
  async correction({ authority }: Reader, id: string): Promise<Plain<CorrectionDto>> {
    const issued = await this.confirmations.find(id);
    const told = issued?.data.reached.find((each) => each.authority === authority);
    if (!issued || !told) throw notFound();
    return {
      id,
      at: issued.at,
      what: 'Records that you were shown as one child’s are of two children.',
      children: issued.data.sides.map((side) => side.filter((ref) => told.shown.includes(ref))),
    };
  }

  private async spell({ id, link }: CaseSeen, spell: LinkedSpell): Promise<Plain<LinkSpellDto>> {
    const { since, until } = spell;
    const dates = { linkedAt: since.recordedAt, ...(until ? { partedAt: until.recordedAt } : {}) };
    const issued = until && (await this.confirmations.ofParting(until.id));
    if (!issued) {
      const { reached } = await this.radius.of(id, link.pair.refs, spell);
      return { ...dates, reached: reached.map((one) => this.reached(one)) };
    }
    const told = new Map(issued.told.map((one) => [one.authority, one]));
    const reached = issued.data.reached.map((one) => this.reached(one, told.get(one.authority)));
    return { ...dates, correction: issued.id, reached };
  }

  private reached({ authority, shown, firstAt, lastAt }: Reached, told?: Told): Plain<LinkReachedDto> {
    return {
      ...{ authority, name: this.authorities.find(authority)?.name ?? authority },
      ...{ records: shown.length, firstAt, lastAt },
      ...(told?.sentAt === undefined ? {} : { correctedAt: told.sentAt }),
      ...(told?.confirmedAt === undefined ? {} : { confirmedAt: told.confirmedAt }),
    };
  }
}
