import { type Static, Type } from '@sinclair/typebox'
import { Instant } from './common'
import { route } from './route'

export const Health = Type.Object({
  status: Type.Literal('ok'),
  database: Type.Literal('ok'),
  simulated: Type.Boolean(),
  serverTime: Instant,
})
export type Health = Static<typeof Health>

export const getHealth = route({
  method: 'GET',
  path: '/health',
  role: 'anyone',
  summary: 'Whether the server and its database answer',
  response: Health,
})

export const ClockView = Type.Object({
  now: Instant,
  offsetMs: Type.Integer({ description: 'How far the shop’s clock is ahead of the machine’s' }),
})
export type ClockView = Static<typeof ClockView>

const TEN_YEARS_MS = 10 * 365 * 24 * 60 * 60 * 1000

export const setClock = route({
  method: 'PUT',
  path: '/simulation/clock',
  role: 'simulation',
  summary: 'Move the shop’s clock, so that a tester need not wait for an expiry; 0 sets it right again',
  body: Type.Object(
    { offsetMs: Type.Integer({ minimum: -TEN_YEARS_MS, maximum: TEN_YEARS_MS }) },
    { additionalProperties: false },
  ),
  response: ClockView,
})

export const getClock = route({
  method: 'GET',
  path: '/simulation/clock',
  role: 'simulation',
  summary: 'The shop’s clock',
  response: ClockView,
})

export const runJobs = route({
  method: 'POST',
  path: '/simulation/jobs',
  role: 'simulation',
  summary: 'Carry out every job that is due now instead of waiting for the next tick',
  response: Type.Object({ done: Type.Integer(), failed: Type.Integer() }),
})
