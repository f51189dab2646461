import type { FigureName } from '@contract/figures'
import { go } from '../../../platform/navigate'
import type { Span } from '../span'

export type OpenRows = (figure: FigureName) => void

/** Opens the rows behind a number of these days, of one group where the number was. */
export const rowsOpener =
  ({ from, to }: Span, groupId?: string): OpenRows =>
  (figure) =>
    go('staffRows', { figure, from, to, groupId })
