const MISSING = 'missing-';

/** The id of a missing episode, of its stream; undefined of any other notice. */
export const noticeIdOf = (notice: string | undefined): string | undefined =>
  notice?.startsWith(MISSING) ? notice.slice(MISSING.length) : undefined;
