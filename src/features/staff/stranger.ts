import type { Query } from '../../platform/use-query'

/** What anybody without a post sees: the API answers 404, and so does the screen. */
export const STRANGER = { 'thing.not_found': { title: '没有找到这个页面' } } as const

/** Whether the caller has no post here: then not even the page's frame is drawn. */
export const isStranger = (query: Query<unknown>): boolean =>
  query.status === 'failed' && query.error.code === 'thing.not_found'
