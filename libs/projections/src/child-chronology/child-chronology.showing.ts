import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { nameOf } from '../shared/authority-name';
import { present } from '../shared/present';
import { ChronologyContent } from './child-chronology.content';
import type { Notices } from './child-chronology.content';
import type { ChronologyEntry } from './child-chronology.dto';
import type { ChronologyStepRow, ChronologyToldRow } from './child-chronology.schema';
import type { DutyLineShown, StepShown, ToldShown } from './chronology-line.dto';
import type { Line } from './chronology-lines';
import type { DutyLine, DutyLineState } from './duty-lines.rule';
import type { Reached } from './known-to.rule';
import type { Onlooker } from '../shared/seen-by.rule';
import { STEP_TITLES } from './step-rows';

type Shown = Plain<ChronologyEntry>;
type OfKind<K extends Line['kind']> = Extract<Line, { kind: K }>;
export type ShownLine = Line & Readonly<{ reached?: Reached }>;

/** The one line for everything that is withheld, after everything else: its place would tell when it was. */
export const WITHHELD: Shown = { withheld: true };

const DUTY_TITLES: Readonly<Record<DutyLineState, string>> = {
  opened: 'Duty begins',
  due: 'Duty due',
  late: 'Duty late',
  met: 'Duty met',
  void: 'Duty no longer owed',
};

/** Turns lines into what a reader may see of them. */
@Injectable()
export class ChronologyShowing {
  constructor(
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    private readonly content: ChronologyContent,
  ) {}

  async toEntry(line: ShownLine, notices: Notices, by: Onlooker): Promise<Shown> {
    const { row, basis } = line.entry;
    const common = {
      withheld: false,
      ...{ kind: line.kind, recordRef: row.recordRef, factId: row.factId, notice: row.stream },
      occurredAt: line.at,
      ...present({ recordedAt: line.recordedAt, reached: line.reached }),
      basis,
      restricted: row.restricted === 1,
    };
    switch (line.kind) {
      case 'notice':
        return { ...common, ...(await this.ofNotice(line, notices, by)) };
      case 'step':
        return { ...common, ...this.ofStep(line) };
      case 'duty':
        return { ...common, ...this.ofDuty(line) };
    }
  }

  private async ofNotice({ entry }: OfKind<'notice'>, notices: Notices, by: Onlooker) {
    const { row, told } = entry;
    const personal = await this.content.personalOf(row, notices, by);
    return {
      type: row.type,
      ...this.content.openOf(row, notices, by),
      ...this.from(row.source),
      told: told.map((each) => this.toTold(each)),
      ...present({ personal }),
    };
  }

  private ofStep({ step }: OfKind<'step'>) {
    const title = STEP_TITLES.get(step.type) ?? step.type;
    return { type: step.type, title, ...this.from(step.by), step: this.toStep(step) };
  }

  private ofDuty({ duty }: OfKind<'duty'>) {
    const title = DUTY_TITLES[duty.state];
    return { title, ...this.from(duty.duty.owedBy), duty: this.toDuty(duty) };
  }

  private from(source: string): Pick<Shown, 'source' | 'sourceName'> {
    return { source, sourceName: nameOf(this.authorities, source) };
  }

  private toTold(row: ChronologyToldRow): Plain<ToldShown> {
    return {
      authority: row.authority,
      authorityName: nameOf(this.authorities, row.authority),
      capacity: row.capacity,
      urgency: row.urgency,
      basis: row.basis,
      basisSource: row.basisSource,
    };
  }

  private toStep({ authority, detail }: ChronologyStepRow): Plain<StepShown> {
    return { authority, authorityName: nameOf(this.authorities, authority), ...present({ detail }) };
  }

  private toDuty({ state, dueAt, metLate, because, duty }: DutyLine): Plain<DutyLineShown> {
    const { key, kind, text, owedBy, owedTo, source } = duty;
    return {
      ...{ key, state, kind, text, owedBy, source },
      owedByName: nameOf(this.authorities, owedBy),
      ...(owedTo === null ? {} : { owedTo, owedToName: nameOf(this.authorities, owedTo) }),
      ...present({ dueAt, metLate, because }),
    };
  }
}
