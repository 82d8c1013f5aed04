import type { PoliceForce } from './missing.forces';

/** `restricted`: the placement is kept from everyone but the owner, and with it whatever may lead there. */
export type Restrictable = Readonly<{ restricted?: true }>;

export const restrictedMark = (restricted: boolean): Restrictable => (restricted ? { restricted } : {});

/** A force that serves one county names it: of a restricted placement the force is left out. */
export const forceUnless = (
  restricted: boolean,
  policeForce: PoliceForce | undefined,
): Readonly<{ policeForce?: PoliceForce }> =>
  policeForce === undefined || restricted ? {} : { policeForce };
