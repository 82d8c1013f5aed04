/** IBEX_FAULT_ROUNDS: how often an exchange is killed; the short form is what every change is tested with. */
export const KILLS = Number(process.env['IBEX_FAULT_ROUNDS'] ?? 12);
/** A killed relay costs the term of a lease, so there are fewer of them. */
export const RELAY_KILLS = Math.max(2, Math.round(KILLS / 5));
