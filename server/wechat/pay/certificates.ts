import { createPublicKey, type KeyObject } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { decryptResource, Resource } from './resource'

const Listing = Type.Object({
  data: Type.Array(Type.Object({ serial_no: Type.String(), encrypt_certificate: Resource })),
})

/**
 * The platform certificates in an answer of `GET /v3/certificates`, opened with the APIv3 key.
 * Only WeChat Pay and we hold that key, which is why an answer may be verified by a certificate it brings itself.
 */
export function certificatesIn(body: Buffer, apiV3Key: string): Map<string, KeyObject> {
  const found = new Map<string, KeyObject>()
  let listing: unknown
  try {
    listing = JSON.parse(body.toString('utf8'))
  } catch {
    return found
  }
  if (!Value.Check(Listing, listing)) return found
  for (const { serial_no, encrypt_certificate } of listing.data) {
    const opened = decryptResource(encrypt_certificate, apiV3Key)
    if (opened.ok) found.set(serial_no, createPublicKey(opened.value))
  }
  return found
}
