/** How long the suites run: the short form is what every change is tested with. */
const numberOf = (name: string, usual: number): number => Number(process.env[name] ?? usual);

/** IBEX_FAULT_ROUNDS: how often each fault comes. */
export const ROUNDS = numberOf('IBEX_FAULT_ROUNDS', 1);
/** IBEX_FAULT_OUTAGE_SECONDS: how long what is taken away stays away. */
export const OUTAGE_MS = numberOf('IBEX_FAULT_OUTAGE_SECONDS', 8) * 1000;
/** IBEX_FAULT_RECOVERY_SECONDS: within this time all is as before; on a busy machine give it more. */
export const WHOLE_WITHIN_MS = numberOf('IBEX_FAULT_RECOVERY_SECONDS', 40) * 1000;

/** For one test: everything that it waits for, and as much again. */
export const TEST_MS = ROUNDS * (OUTAGE_MS + 4 * WHOLE_WITHIN_MS) + 60_000;
