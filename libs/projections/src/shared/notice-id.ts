/** The notice's id, as routes take it: `placement-<id>` without its category. */
export const noticeIdOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);
