import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiStep, CurrentReader, Roles, Submitted, notFound } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import {
  ActionAnswerDto,
  ActionDto,
  QueryAnswerDto,
  QueryDto,
  QueryRecordedDto,
  ThreadDto,
} from './answers.dto';
import { Actions } from './actions';
import { QueryThreads } from './query-threads';
import { ThreadReader } from './thread-reader';

const DESKS = ['duty-desk', 'mash', 'placing-practitioner', 'system-client'] as const;
const SEQUENCE = /^[1-9]\d{0,14}$/;
/** What is no number is no entry of the mailbox either. */
const toSequence = (text: string): number => {
  if (!SEQUENCE.test(text)) throw notFound();
  return Number(text);
};

@ApiTags('inbox')
@Controller('v1/inbox/:sequence')
@Roles(...DESKS)
export class ActionsController {
  constructor(
    private readonly actions: Actions,
    private readonly threads: QueryThreads,
  ) {}

  @Post('actions')
  @ApiOperation({ summary: 'Say what you did about an entry; the sender sees what, who and when' })
  @ApiStep(ActionAnswerDto)
  act(
    @Param('sequence') sequence: string,
    @Body() dto: ActionDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<ActionAnswerDto>> {
    return this.actions.record(toSequence(sequence), dto, submission);
  }

  @Post('queries')
  @ApiOperation({ summary: 'Ask the sender back about an entry; it gets an entry of its own' })
  @ApiStep(QueryRecordedDto)
  ask(
    @Param('sequence') sequence: string,
    @Body() dto: QueryDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<QueryRecordedDto>> {
    return this.threads.ask(toSequence(sequence), dto, submission);
  }
}

@ApiTags('notices')
@Controller('v1/notices/:factId/recipients/:authority')
@Roles(...DESKS)
export class ThreadController {
  constructor(
    private readonly threads: QueryThreads,
    private readonly reader: ThreadReader,
  ) {}

  @Get('queries')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'What a recipient asked back and the sender answered; for these two alone' })
  @ApiOkResponse({ type: ThreadDto })
  thread(
    @CurrentReader() reader: Reader,
    @Param('factId') factId: string,
    @Param('authority') authority: string,
  ): Promise<Plain<ThreadDto>> {
    return this.reader.thread(reader, { factId, authority });
  }

  @Post('answers')
  @ApiOperation({ summary: 'Answer what a recipient of your notice asked; it gets an entry of its own' })
  @ApiStep(QueryRecordedDto)
  answer(
    @Param('factId') factId: string,
    @Param('authority') authority: string,
    @Body() dto: QueryAnswerDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<QueryRecordedDto>> {
    return this.threads.answer({ factId, authority }, dto, submission);
  }
}
