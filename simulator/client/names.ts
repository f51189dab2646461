import { Type } from '@sinclair/typebox'
import { NAME } from '../names'

/** A free name of a user or group. */
export const Name = Type.RegExp(NAME)
