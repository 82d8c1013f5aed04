import type { NoticeAnswers } from '../notice/notice.answers';

type Asked = Pick<NoticeAnswers, 'detail' | 'whole'>;

/** Over, or taken back: nothing is to be answered any more. */
const OVER = ['PlacementEnded', 'PlacementWithdrawn'];
const CATEGORY = 'placement-';

/** What a host may answer: the consultation, or the notice of the placement; undefined: nothing, or not this one. */
export type Replying = 'consultation' | 'placement';

/** The id of a placement, of its stream; undefined of any other notice. */
export const placementIdOf = (notice: string | undefined): string | undefined =>
  notice?.startsWith(CATEGORY) ? notice.slice(CATEGORY.length) : undefined;

const gssOf = (host: unknown): unknown =>
  typeof host === 'object' && host !== null ? Reflect.get(host, 'gss') : undefined;

/** Whether the latest fact that says where the child lives, as far as it may be seen, names this authority. */
const isHost = ({ whole }: Asked, authority: string): boolean =>
  gssOf(whole?.facts.findLast(({ data }) => 'host' in data)?.data['host']) === authority;

/** Of another authority's placement, as far as it may be seen. */
const isOfAnother = ({ detail }: Asked): boolean =>
  placementIdOf(detail?.notice) !== undefined && detail?.sight !== 'owner';

/** What the host, as it stands, can still answer. The exchange decides again when it does. */
export const replyingTo = (asked: Asked, authority: string): Replying | undefined => {
  const types = (asked.whole?.facts ?? []).map(({ type }) => type);
  const isOver = types.some((type) => OVER.includes(type));
  if (isOver || !isOfAnother(asked) || !isHost(asked, authority)) return undefined;
  return types.includes('PlacementNotified') ? 'placement' : 'consultation';
};
