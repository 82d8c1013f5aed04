import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { NoticeRunner } from '@ibex/runtime';
import type { Order, Outcome } from '@ibex/runtime';
import type { MoveCommand } from '../domain/move.commands';
import { moveDecider } from '../domain/move.decider';
import type { Place } from '../domain/move.events';
import { PlaceResolver } from './place.resolver';
import type { PlaceGiven } from './place.resolver';

/** An order about a move. `places`: what was said of either side, where it has to be found before deciding. */
export class SubmitMove extends Command<Outcome> {
  constructor(
    readonly order: Order<MoveCommand>,
    readonly places: readonly PlaceGiven[] = [],
  ) {
    super();
  }
}

type Found = Readonly<{ fromAuthority?: Place; toAuthority?: Place }>;

/** The command with the places that were found. */
export const withPlaces = (command: MoveCommand, found: Found): MoveCommand => {
  if (command.type === 'NotifyMove') return { ...command, data: { ...command.data, ...found } };
  if (command.type !== 'CorrectMove') return command;
  const corrections = { ...command.data.corrections, ...found };
  return { ...command, data: { ...command.data, corrections } };
};

@CommandHandler(SubmitMove)
export class SubmitMoveHandler implements ICommandHandler<SubmitMove> {
  constructor(
    private readonly notices: NoticeRunner,
    private readonly resolver: PlaceResolver,
  ) {}

  async execute({ order, places }: SubmitMove): Promise<Outcome> {
    const command = withPlaces(order.command, await this.find(places));
    return this.notices.run(moveDecider, { ...order, command });
  }

  private async find(places: readonly PlaceGiven[]): Promise<Found> {
    let found: Found = {};
    for (const given of places) {
      const place = await this.resolver.resolve(given);
      if (place) found = { ...found, [given.field]: place };
    }
    return found;
  }
}
