/** A parcel as the shop named it. */
export interface SentParcel {
  readonly trackingNo: string
  readonly company: string
  readonly itemDesc: string
}

/** What 发货信息管理 remembers of one payment. */
export interface Shipping {
  readonly outTradeNo: string
  mode: 1 | 2
  logistics: 1 | 2 | 3 | 4
  parcels: readonly SentParcel[]
  /** The `upload_time` of the latest upload; older ones are refused. */
  uploadedAt: number
  fingerprint: string
  /** Changes after everything was sent, or of the mode: one is allowed. */
  reships: number
  /** When the last parcel was told. */
  finishedAt: number | null
  confirmedAt: number | null
  confirmedBy: 'user' | 'rule' | null
  hasReminded: boolean
}
