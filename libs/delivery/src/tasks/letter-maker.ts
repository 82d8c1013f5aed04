import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES, CLOCK, londonDateOf, withheldFor, withoutFields } from '@ibex/kernel';
import type { Authorities, ChildIdentity, Clock, NotificationDefinition, RecordedFact } from '@ibex/kernel';
import { DEFINITIONS } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { NoticeFacts } from '../notices/notice-facts';
import type { Personal } from '../notices/notice-facts';
import { writtenDate, writtenInstant } from './letter';
import type { Letter, LetterLine } from './letter';
import { linesOf } from './letter-lines';
import type { TaskOpened } from './task.events';

type Contents = Readonly<{
  task: TaskOpened['data'];
  definition: NotificationDefinition;
  fact: RecordedFact;
  /** What it says to the recipient, openly and personally. */
  told: Personal;
  child: ChildIdentity | undefined;
}>;

/** Of the child, what tells the recipient who it is. Numbers and the home address are not needed for that. */
const childLines = (child: ChildIdentity | undefined): readonly LetterLine[] => {
  if (!child) return [['Child', 'Withheld, or no longer held']];
  const name = [child.forename, child.surname].filter((part) => part !== undefined).join(' ');
  return [
    ...(name === '' ? [] : [['Name', name] as const]),
    ...(child.dateOfBirth === undefined ? [] : [['Date of birth', writtenDate(child.dateOfBirth)] as const]),
    ...(child.sex === undefined ? [] : [['Sex', child.sex] as const]),
    ['Our reference', child.localId],
  ];
};

const dutyLines = ({ basis, duty }: TaskOpened['data']): readonly LetterLine[] => [
  ['Why we tell you', basis.text],
  ['Provision', basis.source],
  ...(duty ? [['What we ask of you', duty.text] as const] : []),
  ...(duty?.dueAt === undefined ? [] : [['By', writtenInstant(duty.dueAt)] as const]),
];

/** Makes the letter for one task. It tells what a member would read, and nothing that is withheld from addressees. */
@Injectable()
export class LetterMaker {
  constructor(
    @Inject(DEFINITIONS) private readonly definitions: Definitions,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly notices: NoticeFacts,
  ) {}

  /** The caller has checked that the reader owns the task. Undefined where the notice's type is no longer known. */
  async letterFor(task: TaskOpened['data']): Promise<Letter | undefined> {
    const notice = await this.notices.of(task.notice);
    const fact = notice.find(({ id }) => id === task.factId);
    const definition = this.definitions.find(({ category }) => category === fact?.category);
    if (!fact || !definition) return undefined;
    const reader = { as: 'addressee', authority: task.recipient } as const;
    const withheld = withheldFor(reader, definition, { fact, notice });
    const [personal, child] = await Promise.all([
      this.notices.personalOf(fact, withheld),
      this.notices.childOf(fact, withheld),
    ]);
    const told = { ...withoutFields(fact.data, withheld.open), ...personal };
    return this.write({ task, definition, fact, told, child });
  }

  private write({ task, definition, fact, told, child }: Contents): Letter {
    const wording = (value: string): string | undefined => this.authorities.find(value)?.name;
    const title = definition.facts[fact.type]?.title ?? definition.title;
    return {
      title: `${definition.title}: ${title}`,
      to: this.recipients(task.recipient),
      from: this.nameOf(task.owner),
      date: writtenDate(londonDateOf(this.clock.now())),
      opening: `We tell you of a child for whom ${this.nameOf(task.owner)} is responsible. Please pass this to your children’s services duty desk.`,
      sections: [
        { heading: 'The child', lines: childLines(child) },
        {
          heading: 'What happened',
          lines: linesOf({ ...told, child: undefined }, wording),
        },
        { heading: 'Basis and duty', lines: dutyLines(task) },
      ],
      closing: `Recorded on ${writtenInstant(fact.recordedAt)}. Reference of this notice: ${fact.id}. Send it by a secure channel only.`,
    };
  }

  /** An abolished authority is told through those that took over. */
  private recipients(gss: string): readonly string[] {
    const followedBy = this.authorities.find(gss)?.followedBy ?? [];
    return (followedBy.length > 0 ? followedBy : [gss]).map(
      (one) => `${this.nameOf(one)}, children’s services`,
    );
  }

  private nameOf(gss: string): string {
    return this.authorities.find(gss)?.name ?? gss;
  }
}
