import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Roles } from '../access/access.decorators';
import { FactLog } from '../decision/fact-log';
import { SafeLog } from '../logging/safe-log';
import { notFound } from '../problems/problem-error';
import { SubscriptionRunner } from '../subscription/subscription.runner';
import { ViewRunner } from './view.runner';

export class FollowerBody {
  @ApiProperty({ example: 'view:duties' })
  readonly name!: string;
  @ApiProperty({ description: 'Last position of the log that it has handled', required: false })
  readonly position?: number;
  @ApiProperty({ description: 'How many times in a row it failed; 0 when it is well' })
  readonly failing!: number;
}

export class ViewsBody {
  @ApiProperty({
    description: 'Position of the last fact in the log when this was asked; 0 while it is empty',
  })
  readonly head!: number;
  @ApiProperty({ type: [String], description: 'Names that can be rebuilt' })
  readonly views!: readonly string[];
  @ApiProperty({ type: [FollowerBody], description: 'Everything that follows the log, views among them' })
  readonly followers!: readonly FollowerBody[];
}

type Follower = Readonly<{ name: string; position?: number; failing: number }>;
type ViewsAnswer = Readonly<{ head: number; views: readonly string[]; followers: readonly Follower[] }>;

/** For the operator: how far each follower of the log is, and building a view anew while it goes on answering. */
@ApiTags('operation')
@Controller('v1/views')
@Roles('operator')
export class ViewsController {
  constructor(
    private readonly views: ViewRunner,
    private readonly subscriptions: SubscriptionRunner,
    private readonly facts: FactLog,
    private readonly log: SafeLog,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The head of the log; views and its other followers, with their positions' })
  @ApiOkResponse({ type: ViewsBody })
  async list(): Promise<ViewsAnswer> {
    const head = await this.facts.head();
    const followers = this.subscriptions.states().map(({ name, position, failing }) => ({
      name,
      failing,
      ...(position === undefined ? {} : { position }),
    }));
    return { head, views: this.views.names, followers };
  }

  @Post(':view/rebuild')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Build a view from zero beside the live one, then switch; answers when it is done',
  })
  async rebuild(@Param('view') view: string): Promise<void> {
    if (!this.views.names.includes(view)) throw notFound();
    this.log.info('view-rebuild-asked', { view });
    await this.views.rebuild(view);
  }
}
