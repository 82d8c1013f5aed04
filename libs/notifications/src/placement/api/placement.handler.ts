import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { NoticeRunner } from '@ibex/runtime';
import type { Order, Outcome } from '@ibex/runtime';
import type { HostGiven } from '../../shared/api/host.dto';
import { HostResolver } from '../../shared/api/host.resolver';
import type { Host } from '../../shared/domain/host';
import type { PlacementCommand } from '../domain/placement.commands';
import { placementDecider } from '../domain/placement.decider';

/** An order about a placement. `place`: what was said of the host, where it has to be found before deciding. */
export class SubmitPlacement extends Command<Outcome> {
  constructor(
    readonly order: Order<PlacementCommand>,
    readonly place?: HostGiven,
  ) {
    super();
  }
}

type NamesHost = Extract<PlacementCommand, { data: { host: Host } }>;
const atHost = <C extends NamesHost>(command: C, host: Host): C => ({
  ...command,
  data: { ...command.data, host },
});

const namesHost = (command: PlacementCommand): command is NamesHost => 'host' in command.data;

/** The command with the host that was found. */
export const withHost = (command: PlacementCommand, host: Host): PlacementCommand => {
  if (namesHost(command)) return atHost(command, host);
  if (command.type !== 'CorrectPlacement') return command;
  const corrections = { ...command.data.corrections, host };
  return { ...command, data: { ...command.data, corrections } };
};

@CommandHandler(SubmitPlacement)
export class SubmitPlacementHandler implements ICommandHandler<SubmitPlacement> {
  constructor(
    private readonly notices: NoticeRunner,
    private readonly hosts: HostResolver,
  ) {}

  async execute({ order, place }: SubmitPlacement): Promise<Outcome> {
    if (!place) return this.notices.run(placementDecider, order);
    const host = await this.hosts.resolve(place);
    return this.notices.run(placementDecider, { ...order, command: withHost(order.command, host) });
  }
}
