import { Body, Controller, Get, Header, Headers, Param, Post, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiStep, CurrentReader, CurrentReading, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Reading, Submission } from '@ibex/runtime';
import { OneTaskDto, TaskDoneAnswerDto, TaskDoneDto, TaskListDto, TasksQuery } from './tasks.dto';
import { SenderLetters } from './sender-letters';
import { SenderTasks } from './sender-tasks';

const DESKS = ['placing-practitioner', 'duty-desk', 'system-client'] as const;

@ApiTags('tasks')
@Controller('v1/tasks')
export class TasksController {
  constructor(
    private readonly tasks: SenderTasks,
    private readonly letters: SenderLetters,
  ) {}

  @Get()
  @Roles(...DESKS, 'governance')
  @ApiOperation({ summary: 'Authorities that you still have to tell by other means' })
  @ApiOkResponse({ type: TaskListDto })
  list(@CurrentReader() reader: Reader, @Query() query: TasksQuery): Promise<Plain<TaskListDto>> {
    return this.tasks.list(reader, query);
  }

  @Get(':id')
  @Roles(...DESKS, 'governance')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'One task, with the proof of telling and what of it was put right' })
  @ApiOkResponse({ type: OneTaskDto })
  one(@CurrentReader() reader: Reader, @Param('id') id: string): Promise<Plain<OneTaskDto>> {
    return this.tasks.one(reader, id);
  }

  @Get(':id/letter')
  @Roles(...DESKS)
  @Header('Cache-Control', 'no-store')
  @Header('Vary', 'Accept')
  @ApiOperation({ summary: 'The ready letter, as HTML or (Accept: text/plain) as text' })
  @ApiProduces('text/html', 'text/plain')
  letter(
    @CurrentReading() reading: Reading,
    @Param('id') id: string,
    @Headers('accept') accept?: string,
  ): Promise<StreamableFile> {
    return this.letters.letter(reading, id, accept);
  }

  @Post(':id/done')
  @Roles(...DESKS)
  @ApiOperation({ summary: 'Say how and when the authority was told' })
  @ApiStep(TaskDoneAnswerDto)
  done(
    @Param('id') id: string,
    @Body() dto: TaskDoneDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<TaskDoneAnswerDto>> {
    return this.tasks.done(id, dto, submission);
  }

  @Post(':id/proof')
  @Roles(...DESKS)
  @ApiOperation({
    summary: 'Put right what was said of how and when the authority was told: the whole of it anew',
  })
  @ApiStep(TaskDoneAnswerDto)
  correct(
    @Param('id') id: string,
    @Body() dto: TaskDoneDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<TaskDoneAnswerDto>> {
    return this.tasks.correct(id, dto, submission);
  }
}
