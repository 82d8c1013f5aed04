import type { Upcaster } from '@ibex/kernel';

/** No placement fact has a second version yet. An upcaster is pure and lifts by one version, by the version it lifts from. */
export const placementUpcasters: Readonly<Record<string, Readonly<Record<number, Upcaster>>>> = {};
