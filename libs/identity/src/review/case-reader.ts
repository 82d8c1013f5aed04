import { Injectable } from '@nestjs/common';
import type { Purpose, Reader, RecordedFact } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { linkDefinition } from '../links/domain/link.definition';
import { isLinkFact } from '../links/domain/link.events';
import { awaitsSecond, standingOf } from '../links/domain/link.state';
import { Rationales } from '../links/record/rationales';
import type { LinkDetailDto, LinkSaidDto } from './answers.dto';
import { CaseReads } from './case-reads';
import { CaseSight } from './case-sight';
import type { CaseSeen } from './case-sight';
import { oddsInWords, reasonInWords } from './reason-words';
import { SideShown } from './side-shown';

const OF_MARKS: readonly string[] = ['LinkForbidden', 'LinkLiftingAsked', 'LinkForbiddanceLifted'];

const textIn = ({ data }: RecordedFact, name: string): string | undefined => {
  const value = data[name];
  return typeof value === 'string' ? value : undefined;
};

const given = (fields: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  );

/** Of a mark, and of its lifting, nobody hears but the authority that set it. */
const isShownTo =
  ({ authority }: Reader) =>
  (fact: RecordedFact): boolean =>
    isLinkFact(fact) && (!OF_MARKS.includes(fact.type) || fact.data.by === authority);

/** Shows two records side by side, and why they may be, or are, one child's. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly sight: CaseSight,
    private readonly reads: CaseReads,
    private readonly sides: SideShown,
    private readonly rationales: Rationales,
  ) {}

  async one(reader: Reader, id: string, said: Purpose | undefined): Promise<Plain<LinkDetailDto>> {
    const seen = await this.sight.see(reader, id);
    await this.reads.pair(reader, seen.sides, said);
    const [first, second] = seen.sides;
    const { known } = seen.link;
    return {
      id,
      state: standingOf(seen.link),
      awaitsSecondPerson: awaitsSecond(seen.link, reader.authority),
      takesTwo: seen.takesTwo,
      sides: [await this.sides.of(first), await this.sides.of(second)],
      why: (known?.evidence.reasons ?? []).map(reasonInWords),
      odds: known ? oddsInWords(known.evidence.weight) : 'nothing speaks for it any more',
      hasRivals: (known?.evidence.rivals ?? 0) > 0,
      history: await Promise.all(
        seen.facts.filter(isShownTo(reader)).map((fact) => this.said(reader, seen, fact)),
      ),
    };
  }

  private async said(reader: Reader, { link }: CaseSeen, fact: RecordedFact): Promise<Plain<LinkSaidDto>> {
    const isOwner = link.pair.owners.includes(reader.authority);
    const words = isOwner ? await this.rationales.open(fact, link.pair.refs) : undefined;
    const by = {
      by: textIn(fact, 'by'),
      person: textIn(fact, 'person'),
      firstPerson: textIn(fact, 'firstPerson'),
    };
    const titles: Readonly<Record<string, Readonly<{ title: string }>>> = linkDefinition.facts;
    return {
      what: titles[fact.type]?.title ?? fact.type,
      at: fact.recordedAt,
      ...given({ ...by, rationale: words?.rationale, kind: words?.kind }),
    };
  }
}
