import type { CSSProperties } from 'react'

/** Custom properties for figures only known at run time, `vars({ share: 0.4 })`; all else belongs in the stylesheet. */
export const vars = (values: Readonly<Record<string, string | number>>): CSSProperties =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`--${name}`, String(value)]),
  ) as CSSProperties
