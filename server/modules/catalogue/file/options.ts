export interface ImportOptions {
  readonly nowMs: number
  readonly nextId: () => string
  /** Leaves the stock of SKUs the shop has already as it is: for price and text changes while orders come in. */
  readonly keepStock?: boolean
}
