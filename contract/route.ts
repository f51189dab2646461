import type { Static, TSchema } from '@sinclair/typebox'
import type { ErrorCode } from './errors'

/**
 * Who may call a route. `member` is any signed-in customer; `staff` and `manager` are members with that post;
 * `wechat` proves itself by signature; `simulation` exists only beside the simulator.
 */
export type Role = 'anyone' | 'member' | 'staff' | 'manager' | 'wechat' | 'simulation'

export interface RouteSpec {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:name` for parameters, below the API's root. */
  readonly path: string
  readonly role: Role
  readonly summary: string
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  readonly response: TSchema
  /** Refusals beyond those every route can give. */
  readonly errors?: readonly ErrorCode[]
  /** Bytes; the server's own limit where absent. */
  readonly bodyLimit?: number
}

/** Declares a route once: the server validates by it, OpenAPI shows it, and the client takes its types. */
export const route = <const R extends RouteSpec>(spec: R): R => spec

type Of<S> = S extends TSchema ? Static<S> : undefined
export type ParamsOf<R extends RouteSpec> = Of<R['params']>
export type QueryOf<R extends RouteSpec> = Of<R['query']>
export type BodyOf<R extends RouteSpec> = Of<R['body']>
export type ResponseOf<R extends RouteSpec> = Static<R['response']>
