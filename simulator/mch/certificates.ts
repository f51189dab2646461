import { X509Certificate } from 'node:crypto'
import { sealResource } from '../crypto/api-v3'
import { randomText } from '../crypto/random'
import { type Endpoint, json } from '../http/endpoint'
import { API_V3_KEY, PLATFORM_CERTIFICATE, PLATFORM_SERIAL } from '../identity'
import { rfc3339 } from '../time'
import type { World } from '../world'
import { requireMerchant } from './authorization'

/** GET /v3/certificates: the platform certificate, sealed under the merchant's APIv3 key. */
export const certificates = (world: World): Endpoint => ({
  name: 'certificates',
  method: 'GET',
  path: '/v3/certificates',
  answer(call) {
    requireMerchant(call, world)
    const { validFrom, validTo } = new X509Certificate(PLATFORM_CERTIFICATE)
    const listed = {
      serial_no: PLATFORM_SERIAL,
      effective_time: rfc3339(Date.parse(validFrom)),
      expire_time: rfc3339(Date.parse(validTo)),
      encrypt_certificate: sealResource(PLATFORM_CERTIFICATE, API_V3_KEY, randomText(12), 'certificate'),
    }
    return json(200, { data: [listed] })
  },
})
