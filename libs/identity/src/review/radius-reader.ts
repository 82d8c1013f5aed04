import { Injectable } from '@nestjs/common';
import type { Purpose, Reader } from '@ibex/kernel';
import { notFound } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { Confirmations } from '../links/correction/confirmations';
import { spellsOf } from '../links/correction/link-history.rule';
import type { BlastRadiusDto, CorrectionDto } from './answers.dto';
import { CaseReads } from './case-reads';
import { CaseSight } from './case-sight';
import { SpellShown } from './spell-shown';

/** Says who saw two records as one child's, and whether they know better by now. */
@Injectable()
export class RadiusReader {
  constructor(
    private readonly sight: CaseSight,
    private readonly reads: CaseReads,
    private readonly spells: SpellShown,
    private readonly confirmations: Confirmations,
  ) {}

  async one(reader: Reader, id: string, said: Purpose | undefined): Promise<Plain<BlastRadiusDto>> {
    const seen = await this.sight.see(reader, id);
    // who looks at a child is told to those whose child it is
    if (!seen.link.pair.owners.includes(reader.authority)) throw notFound();
    await this.reads.radius(reader, seen.sides, said);
    const spells = spellsOf(seen.facts).map((spell) => this.spells.of(seen, spell));
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
}
