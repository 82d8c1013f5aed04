import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { BlastRadius } from '../links/correction/blast-radius';
import { Confirmations } from '../links/correction/confirmations';
import type { Told } from '../links/correction/confirmations';
import type { Reached } from '../links/correction/correction.events';
import type { LinkedSpell } from '../links/correction/link-history.rule';
import type { LinkReachedDto, LinkSpellDto } from './answers.dto';
import type { CaseSeen } from './case-sight';

/** Says of a time in which two records were linked whom that reached, and who knows better by now. */
@Injectable()
export class SpellShown {
  constructor(
    private readonly radius: BlastRadius,
    private readonly confirmations: Confirmations,
    @Inject(AUTHORITIES) private readonly authorities: Pick<Authorities, 'find'>,
  ) {}

  async of({ id, link }: CaseSeen, spell: LinkedSpell): Promise<Plain<LinkSpellDto>> {
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
