import {
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify,
  type KeyObject,
} from 'node:crypto'

/** Reading a PEM takes three times as long as signing with it, so each is read once. */
const kept = new Map<string, KeyObject>()
function keyOf(pem: string, read: (pem: string) => KeyObject): KeyObject {
  const key = kept.get(pem) ?? read(pem)
  kept.set(pem, key)
  return key
}

/** Signs as WeChat Pay does: RSA with SHA-256, base64. */
export const signText = (text: string, privateKeyPem: string): string =>
  createSign('RSA-SHA256').update(text, 'utf8').sign(keyOf(privateKeyPem, createPrivateKey), 'base64')

/** Whether the owner of this public key signed the text. */
export const isSignedBy = (publicKeyPem: string, text: string, signature: string): boolean =>
  createVerify('RSA-SHA256')
    .update(text, 'utf8')
    .verify(keyOf(publicKeyPem, createPublicKey), signature, 'base64')

export interface SealedResource {
  readonly algorithm: 'AEAD_AES_256_GCM'
  readonly ciphertext: string
  readonly nonce: string
  readonly associated_data: string
}

/** Seals a text under the APIv3 key; the tag follows the ciphertext, as WeChat Pay sends it. */
export function sealResource(
  text: string,
  apiV3Key: string,
  nonce: string,
  associated: string,
): SealedResource {
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce))
  cipher.setAAD(Buffer.from(associated))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: sealed.toString('base64'),
    nonce,
    associated_data: associated,
  }
}
