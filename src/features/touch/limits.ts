/** Openings per request; the contract's bound (MAX_TOUCHES_PER_REQUEST), whose module the client must not load. */
export const PER_REQUEST = 20
/** How long after a refused first try the group is asked for again, if no show event comes before, ms. */
export const ASK_AGAIN_MS = 2000
/** Waits between tries to deliver, ms; after the last one, the next show or the network's return tries again. */
export const DELIVER_AGAIN_MS = [2000, 5000, 15_000, 60_000]
