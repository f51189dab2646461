/** An amount in fen as it is read: sign, whole yuan, and two digits of cents. */
export function yuanParts(fen: number): {
  readonly sign: string
  readonly yuan: string
  readonly cents: string
} {
  const amount = Math.abs(Math.trunc(fen))
  return {
    sign: fen < 0 ? '-' : '',
    yuan: String(Math.floor(amount / 100)),
    cents: String(amount % 100).padStart(2, '0'),
  }
}

/** An amount inside a sentence: `¥12`, `¥12.5`, `-¥0.01`. */
export function yuanText(fen: number): string {
  const { sign, yuan, cents } = yuanParts(fen)
  const rest = cents.replace(/0+$/, '')
  return `${sign}¥${yuan}${rest ? `.${rest}` : ''}`
}

/** A large figure in one glance: `¥1.2万` from ten thousand yuan on. */
export function yuanShort(fen: number): string {
  if (Math.abs(fen) < 1_000_000) return yuanText(fen)
  const tenThousands = Math.abs(fen) / 1_000_000
  const digits = tenThousands >= 100 ? 0 : 1
  return `${fen < 0 ? '-' : ''}¥${tenThousands.toFixed(digits).replace(/\.0$/, '')}万`
}
