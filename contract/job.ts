import { type Static, Type } from '@sinclair/typebox'
import { Count, Id, Instant, nullable, PageQuery, page } from './common'
import { route } from './route'

/** `due`: waits for its time or another try; `running`: a server holds it now; `failed`: given up, a person may retry. */
export const JobState = Type.Union([
  Type.Literal('due'),
  Type.Literal('running'),
  Type.Literal('done'),
  Type.Literal('failed'),
])
export type JobState = Static<typeof JobState>

export const JobView = Type.Object({
  id: Id,
  kind: Type.String(),
  key: Type.String({ description: 'Names the work; a second job of the same key is the same job' }),
  state: JobState,
  attempts: Count,
  dueAt: Instant,
  createdAt: Instant,
  doneAt: nullable(Instant),
  failedAt: nullable(Instant),
  lastError: nullable(Type.String()),
})
export type JobView = Static<typeof JobView>

export const JobCount = Type.Object({
  kind: Type.String(),
  due: Count,
  failed: Count,
  done: Type.Integer({ minimum: 0, description: 'Finished ones are kept for two weeks' }),
})
export type JobCount = Static<typeof JobCount>

export const listJobs = route({
  method: 'GET',
  path: '/manage/jobs',
  role: 'manager',
  summary:
    'Jobs of the shop: what is due (soonest first), what is done or failed (newest first), and how many of each kind',
  query: Type.Object({
    state: Type.Optional(JobState),
    kind: Type.Optional(Type.String({ maxLength: 60 })),
    ...PageQuery,
  }),
  response: Type.Intersect([page(JobView), Type.Object({ counts: Type.Array(JobCount) })]),
})

export const retryJob = route({
  method: 'POST',
  path: '/manage/jobs/:id/retry',
  role: 'manager',
  summary: 'Make a failed or put-off job due now, with all its tries again',
  params: Type.Object({ id: Id }),
  response: JobView,
  errors: ['thing.not_found', 'job.finished'],
})
