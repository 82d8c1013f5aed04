import { Inject, Injectable, Optional } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { RESTRICTIONS } from '@ibex/kernel';
import type { Reader, Restrictions } from '@ibex/kernel';
import { notFound } from '@ibex/runtime';
import type { Reading } from '@ibex/runtime';
import { NoticeReads } from '../notices/notice-reads';
import { toDocument } from './letter-form';
import { LetterMaker } from './letter-maker';
import { OpenedTasks } from './opened-tasks';

/** Letters for a sender to print; each print is on record. */
@Injectable()
export class SenderLetters {
  constructor(
    private readonly opened: OpenedTasks,
    private readonly letters: LetterMaker,
    private readonly reads: NoticeReads,
    @Optional() @Inject(RESTRICTIONS) private readonly restrictions?: Pick<Restrictions, 'among'>,
  ) {}

  /** Throws the one 404 for a task of another sender as for one that does not exist. */
  async letter(reading: Reading, id: string, accept: string | undefined): Promise<StreamableFile> {
    const task = await this.opened.find(id);
    const letter = task?.owner === reading.reader.authority ? await this.letters.letterFor(task) : undefined;
    if (!task || !letter || (await this.isRestricted(reading.reader, task.notice))) throw notFound();
    await this.reads.noteOwn(reading, task.notice, 'letter');
    return toDocument(letter, accept);
  }

  /** Of a restricted record nothing leaves its authority, on paper neither. */
  private async isRestricted(reader: Reader, notice: string): Promise<boolean> {
    const seen = await this.reads.see(reader, notice);
    const recordRef = seen.notice[0]?.metadata.recordRef ?? notice;
    return (await this.restrictions?.among([recordRef]))?.has(recordRef) ?? false;
  }
}
