import type { ManagedAfterSale } from '@contract/after-sale'
import { Button } from '../../../ui/button'
import { DEED_WORDS, type Deed } from './words'

interface Props {
  readonly request: ManagedAfterSale
  readonly busy: Deed | null
  readonly onAct: (deed: Deed) => void
}

/** The usual decision is the filled button; the others stand beside it. */
const DRAWN: readonly Deed[] = ['refuse', 'grant', 'approve', 'takeBack', 'pursue']

/** What can be decided now, as the shop says. */
export function ManagedBar({ request, busy, onAct }: Props) {
  const deeds = DRAWN.filter((deed) => request.actions.includes(deed))
  // The way around a return stands in the page, so that a thumb meets two buttons at most.
  const shown = deeds.includes('approve') ? deeds.filter((deed) => deed !== 'grant') : deeds
  return (
    <>
      {shown.map((deed) => (
        <Button
          key={deed}
          isBlock={deed !== 'refuse'}
          kind={deed === 'refuse' ? 'line' : 'fill'}
          isLoading={busy === deed}
          onTap={() => onAct(deed)}
          className={`managed-bar__${deed}`}
        >
          {DEED_WORDS[request.kind][deed]}
        </Button>
      ))}
    </>
  )
}
