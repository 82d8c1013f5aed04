import { accept, londonDateOf } from '@ibex/kernel';
import { foundFact } from './found.fact';
import { forParties, notAhead, whileOpen, whileStanding } from './missing.gate';
import { dayOf, isBefore, textOf } from './missing.moment';
import { isKeeper, isKeeperOrHost, isParty } from './missing.parties';
import { deny } from './missing.refusals';
import { forceUnless, restrictedMark } from './missing.restricted';
import { isRestricted } from './missing.state';

export const updateMissing = forParties<'UpdateMissing'>(
  isKeeper,
  whileOpen(({ command, now }, { episode }) => {
    const { areasAtRisk = [], policeForce, ...circumstances } = command.data;
    const restricted = isRestricted(episode);
    return accept({
      ...command,
      type: 'MissingUpdated',
      data: {
        ...circumstances,
        ...forceUnless(restricted, policeForce),
        newAreasAtRisk: [...new Set(areasAtRisk)].filter((gss) => !episode.areas.includes(gss)),
        occurredAt: now,
        ...restrictedMark(restricted),
      },
    });
  }),
);

/** Whoever was told may have seen the child. */
export const recordSighting = forParties<'RecordSighting'>(
  isParty,
  whileOpen(({ command, now }, { episode }) => {
    const { when } = command.data;
    if (isBefore(when, episode.lastSeen)) return deny('missing/sighting-before-missing', 'when');
    return (
      notAhead(when, now, 'when') ??
      accept({
        ...command,
        type: 'MissingSighted',
        data: { ...command.data, occurredAt: textOf(when), ...restrictedMark(isRestricted(episode)) },
      })
    );
  }),
);

/** The host hears of it first when the child comes back to the placement at night. */
export const recordFound = forParties<'RecordFound'>(
  isKeeperOrHost,
  whileStanding(({ command, now }, state) => {
    const { data, personal } = command;
    if (state.phase === 'closed') return deny('missing/closed');
    if (state.phase === 'ended') return deny('missing/found-already');
    const { episode } = state;
    if (isBefore(data.when, episode.lastSeen)) return deny('missing/found-before-missing', 'when');
    const { kind } = episode;
    return (
      notAhead(data.when, now, 'when') ??
      accept(foundFact(data, { kind, restricted: isRestricted(episode) }, personal))
    );
  }),
);

/** Local thresholds say when; the host may be the one to convene it, Children Act 1989 s47. */
export const recordStrategyDiscussion = forParties<'RecordStrategyDiscussion'>(
  isKeeperOrHost,
  whileStanding(({ command, now }) => {
    const { when } = command.data;
    return (
      notAhead(when, now, 'when') ??
      accept({
        ...command,
        type: 'MissingStrategyDiscussed',
        data: { ...command.data, occurredAt: textOf(when) },
      })
    );
  }),
);

/**
 * SSDA903 guide, missing table: an episode stays open until the child is found or turns eighteen. The date comes with
 * the order because no rule reads a date of birth.
 */
export const closeAtEighteen = forParties<'CloseAtEighteen'>(
  isKeeper,
  whileOpen(({ command, now }, { episode }) => {
    const { turnedEighteenOn } = command.data;
    if (turnedEighteenOn > londonDateOf(now)) return deny('missing/not-yet-eighteen', 'turnedEighteenOn');
    if (turnedEighteenOn < dayOf(episode.lastSeen)) {
      return deny('missing/eighteen-before-missing', 'turnedEighteenOn');
    }
    return accept({
      ...command,
      type: 'MissingClosed',
      data: { ...command.data, occurredAt: turnedEighteenOn },
    });
  }),
);
