import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Roles } from '../access/access.decorators';
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
  @ApiProperty({ type: [String], description: 'Names that can be rebuilt' })
  readonly views!: readonly string[];
  @ApiProperty({ type: [FollowerBody], description: 'Everything that follows the log, views among them' })
  readonly followers!: readonly FollowerBody[];
}

type Follower = Readonly<{ name: string; position?: number; failing: number }>;

/** For the operator: how far each follower of the log is, and building a view anew while it goes on answering. */
@ApiTags('operation')
@Controller('v1/views')
@Roles('operator')
export class ViewsController {
  constructor(
    private readonly views: ViewRunner,
    private readonly subscriptions: SubscriptionRunner,
    private readonly log: SafeLog,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Views and the other followers of the log, with their positions' })
  @ApiOkResponse({ type: ViewsBody })
  list(): Readonly<{ views: readonly string[]; followers: readonly Follower[] }> {
    const followers = this.subscriptions.states().map(({ name, position, failing }) => ({
      name,
      failing,
      ...(position === undefined ? {} : { position }),
    }));
    return { views: this.views.names, followers };
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
