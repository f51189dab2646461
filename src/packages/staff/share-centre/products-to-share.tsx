import { useState } from 'react'
import { SearchField } from '../../../features/search/search-field'
import { useProductPages } from '../../../features/search/use-product-pages'
import { ListSkeleton } from '../../../features/staff/skeleton/list-skeleton'
import { usePageEnd } from '../../../platform/page'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { EndMark } from '../../../ui/end-mark'
import { Loadable } from '../../../ui/loadable'
import { Price } from '../../../ui/price'
import { productSubject, type Subject } from './subject'
import { SubjectRow } from './subject-row'

/** The catalogue, to choose from what to share. */
export function ProductsToShare({ onShare }: { readonly onShare: (subject: Subject) => void }) {
  const [words, setWords] = useState('')
  const { first, cards, state, loadMore } = useProductPages({ q: words === '' ? undefined : words })
  usePageEnd(() => void loadMore())
  return (
    <>
      <SearchField words={words} onSearch={setWords} />
      <Loadable
        of={first}
        skeleton={<ListSkeleton />}
        empty={{ art: 'search', title: '没有找到', text: '换个词试试' }}
      />
      {cards.length > 0 && (
        <Card isFlush>
          {cards.map((card) => {
            const subject = productSubject(card)
            return (
              <SubjectRow key={card.id} subject={subject} onShare={() => onShare(subject)}>
                <Price fen={card.priceFen} size="body" suffix={card.hasManyPrices ? '起' : undefined} />
              </SubjectRow>
            )
          })}
        </Card>
      )}
      {cards.length > 0 && state !== 'failed' && <EndMark state={state} />}
      {state === 'failed' && (
        <Button kind="text" isBlock onTap={() => void loadMore()}>
          没有加载出来，点这里再试
        </Button>
      )}
    </>
  )
}
