import { createDecipheriv } from 'node:crypto'
import { ok, type Result, refuse } from '@domain/result'
import { type Static, Type } from '@sinclair/typebox'

/** How WeChat Pay wraps what it sends: notifications and platform certificates. */
export const Resource = Type.Object({
  algorithm: Type.Literal('AEAD_AES_256_GCM'),
  ciphertext: Type.String(),
  nonce: Type.String(),
  associated_data: Type.Optional(Type.String()),
})
export type Resource = Static<typeof Resource>

export interface ResourceRefusal {
  readonly code: 'resource.undecryptable'
}

const TAG_BYTES = 16

/** Opens AEAD_AES_256_GCM with the APIv3 key (32 bytes of text); the last 16 bytes are the tag. */
export function decryptResource(resource: Resource, apiV3Key: string): Result<string, ResourceRefusal> {
  const sealed = Buffer.from(resource.ciphertext, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(resource.nonce))
    decipher.setAAD(Buffer.from(resource.associated_data ?? ''))
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()])
    return ok(plain.toString('utf8'))
  } catch {
    return refuse({ code: 'resource.undecryptable' })
  }
}
