import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import { NoticeRunner } from '@ibex/runtime';
import type { Order, Outcome } from '@ibex/runtime';
import { bodyFault } from '../../shared/api/body-fault';
import type { HostGiven } from '../../shared/api/host.dto';
import { HostResolver } from '../../shared/api/host.resolver';
import type { Host } from '../../shared/domain/host';
import type { MissingCommand } from '../domain/missing.commands';
import { missingDecider } from '../domain/missing.decider';

/** Codes of authorities that a body names, by field. */
export type Named = Readonly<Record<string, readonly string[]>>;
/** What has to be looked up before deciding: the host of a place, and whether the authorities named exist. */
export type Lookup = Readonly<{ place?: HostGiven | undefined; named?: Named }>;

/** An order about a missing episode. */
export class SubmitMissing extends Command<Outcome> {
  constructor(
    readonly order: Order<MissingCommand>,
    readonly lookup: Lookup = {},
  ) {
    super();
  }
}

/** The command with the host that was found; only a report and a correction name one. */
export const withHost = (command: MissingCommand, host: Host): MissingCommand => {
  if (command.type === 'ReportMissing') return { ...command, data: { ...command.data, host } };
  if (command.type !== 'CorrectMissing') return command;
  const fields = [...new Set(['host', ...command.data.fields])];
  return { ...command, data: { ...command.data, host, fields } };
};

@CommandHandler(SubmitMissing)
export class SubmitMissingHandler implements ICommandHandler<SubmitMissing> {
  constructor(
    private readonly notices: NoticeRunner,
    private readonly hosts: HostResolver,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
  ) {}

  async execute({ order, lookup }: SubmitMissing): Promise<Outcome> {
    for (const [field, codes] of Object.entries(lookup.named ?? {})) this.checkKnown(field, codes);
    if (!lookup.place) return this.notices.run(missingDecider, order);
    const host = await this.hosts.resolve(lookup.place);
    return this.notices.run(missingDecider, { ...order, command: withHost(order.command, host) });
  }

  /** Throws the 422 problem: nobody could be told there. */
  private checkKnown(field: string, codes: readonly string[]): void {
    if (codes.every((gss) => this.authorities.find(gss))) return;
    throw bodyFault(field, {
      rule: 'authority-known',
      detail: 'names no English authority with children’s services',
      mend: 'See GET /v1/authorities. For a district give its county, e.g. E10000016 for Kent.',
    });
  }
}
