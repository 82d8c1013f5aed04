/** Who tells whom more than law does, at this moment. */
export interface Neighbours {
  /** GSS codes of those that tell an authority of such notices (name of their type) under an agreement in force. */
  thatTell(authority: string, notification: string): Promise<readonly string[]>;
}
export const NEIGHBOURS = Symbol('Neighbours');
