import type { AnswerOf } from '@ibex/sdk';
import type { Cell } from '../../frame/cells';
import { orNone } from '../../frame/cells';
import type { Filling } from '../../frame/filling';
import { messagesOf, needed } from '../../frame/filling';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { headed } from '../parts/crumbs';

type Members = AnswerOf<'get', '/v1/members'>;
type Authorities = AnswerOf<'get', '/v1/authorities'>;
export type Authority = Authorities['authorities'][number];

export const PATH = '/console/operations/members';
const CRUMB = { text: 'Members', href: PATH };
export const MEMBER_DONE = {
  joined: 'It is a member. Its mailbox begins with what is still live.',
  left: 'It is no member any more. From now on its senders tell it by other means.',
};

type History = Members['members'][number]['history'];

const historyCell = (history: History, initially: boolean): Cell => ({
  lines: [
    ...(initially ? ['Member from the start'] : []),
    ...history.flatMap(({ at, change, reason }): Cell[] => [
      change === 'joined' ? 'Joined' : 'Left',
      { when: at },
      ...(reason === undefined ? [] : [{ hint: reason }]),
    ]),
  ],
});

const actOf = ({ gss, name, member }: Authority): Cell =>
  member
    ? { text: 'Record that it left', href: `${PATH}/${gss}/left`, about: name }
    : { text: 'Record that it joined', href: `${PATH}/${gss}/joined`, about: name };

const byRegion = (authorities: readonly Authority[], region: string) =>
  authorities.filter((one) => region === '' || one.region === region);

/** Who reads its mailbox here and who does not; an authority that was abolished can be neither. */
export const membersPage = (
  { members }: Members,
  { authorities }: Authorities,
  more: Readonly<{ region: string; done?: string | undefined }>,
) => {
  const current = authorities.filter(({ endedOn }) => endedOn === undefined);
  const known = new Map(members.map((one) => [one.gss, one]));
  const rowOf = (one: Authority): readonly Cell[] => {
    const { history = [], initially = false } = known.get(one.gss) ?? {};
    const isNew = history.length === 0 && !initially;
    return [
      one.name,
      one.region,
      { mono: one.gss },
      isNew ? { hint: 'Never a member' } : historyCell(history, initially),
      actOf(one),
    ];
  };
  const shown = byRegion(current, more.region);
  const columns = ['Authority', 'Region', 'Code', 'Since', 'What to do'];
  const [inside, outside] = [shown.filter(({ member }) => member), shown.filter(({ member }) => !member)];
  return {
    ...headed('Members'),
    ...more,
    counts: { members: current.filter(({ member }) => member).length, all: current.length },
    form: { entries: { region: more.region }, lists: {} },
    regions: [
      { value: '', text: 'All regions' },
      ...[...new Set(current.map(({ region }) => region))]
        .sort()
        .map((region) => ({ value: region, text: region })),
    ],
    members: { caption: `Members (${String(inside.length)})`, columns, rows: inside.map(rowOf) },
    others: { caption: `Not members (${String(outside.length)})`, columns, rows: outside.map(rowOf) },
  };
};

export type Change = 'joined' | 'left';
export const isChange = (text: string): text is Change => text === 'joined' || text === 'left';

export const changePage = (authority: Authority, change: Change, form: Filling) => ({
  ...headed(change === 'joined' ? `${authority.name} joins` : `${authority.name} leaves`, CRUMB),
  ...{ form, change, name: authority.name, action: `${PATH}/${authority.gss}/${change}`, back: PATH },
  state: orNone(authority.region, (text) => text),
});

export const changeFaults = (form: Form): FormFaults | undefined => {
  const messages = messagesOf(
    needed(form, 'reason', { message: 'Say why, for example under which contract', most: 500 }),
    ['sure', form.text('sure') === 'yes', 'Confirm that you know what this brings about'],
  );
  return messages && faultsOf(messages);
};
