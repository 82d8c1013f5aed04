/** A fact with the personal part of its command passed through unread, and none where the command had none. */
export const withPersonal = <T extends string, D extends object, P extends object>(
  type: T,
  data: D,
  personal: P | undefined,
): Readonly<{ type: T; data: D; personal?: P }> =>
  personal === undefined ? { type, data } : { type, data, personal };
