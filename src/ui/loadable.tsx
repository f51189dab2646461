import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorText } from '../platform/error-text'
import type { ApiError } from '../platform/http'
import type { Query } from '../platform/use-query'
import { Bone } from './bone'
import type { IconName } from './icon'
import { StateView } from './state-view'
import './loadable.scss'

interface Props {
  readonly of: Query<unknown>
  /** Laid out like the true screen; three lines where the screen gives none. */
  readonly skeleton?: ReactNode
  readonly empty?: {
    readonly art: IconName
    readonly title: string
    readonly text?: string
    readonly action?: { readonly text: string; readonly onTap: () => void }
  }
  /** Better words for refusals a screen knows, by code; else the general ones. */
  readonly failed?: Readonly<Partial<Record<string, { readonly title: string; readonly text?: string }>>>
}

const NOT_FOUND = { title: '没有找到', text: '可能已经下架或删除' }

const isUnknown = (code: ApiError['code']): boolean =>
  code === 'thing.not_found' || code === 'request.invalid'

/** Draws a query that is not ready: skeleton, empty, failed or offline. Nothing once it is ready. */
export function Loadable({ of: query, skeleton, empty, failed }: Props) {
  const retry = { text: '再试一次', onTap: () => void query.reload() }
  switch (query.status) {
    case 'ready':
      return null
    case 'loading':
      return <View ariaLabel="正在加载">{skeleton ?? <PlainSkeleton />}</View>
    case 'empty':
      return <StateView {...(empty ?? { art: 'box', title: '这里还是空的' })} />
    case 'offline':
      return <StateView art="cloud" title="没有连上网络" text={errorText(query.error)} action={retry} />
    case 'failed': {
      const { code } = query.error
      // An id that never was one is as good as unknown.
      const known = failed?.[code] ?? (isUnknown(code) && (failed?.['thing.not_found'] ?? NOT_FOUND))
      if (known) return <StateView art="info" {...known} />
      return <StateView art="warn" title="没有加载出来" text={errorText(query.error)} action={retry} />
    }
  }
}

function PlainSkeleton() {
  return (
    <View className="loadable">
      <Bone shape="title" width="half" />
      <Bone width="most" />
      <Bone width="full" />
      <Bone width="third" />
    </View>
  )
}
