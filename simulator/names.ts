import { createHmac } from 'node:crypto'
import { APPID } from './identity'

/**
 * Users and groups of the simulator are free names ("lin", "chunfeng-1"). What WeChat would call them is derived
 * from the name alone, so it is the same after every restart and a seed can know it beforehand:
 *
 *   digest(kind, name) = base64url(HMAC-SHA256("qundian-simulator", kind + ":" + name))
 *   openid      = "o" + first 20 of digest("openid:" + appid, user) + 7 of digest("openid-check", those 20)
 *   unionid     = "o" + first 27 of digest("unionid", user)
 *   opengid     = "t" + first 27 of digest("opengid:" + appid, group)
 *   group_openid= "o" + first 27 of digest("group_openid:" + appid, user + "@" + group)
 *   phone       = "138" + 8 digits of digest("phone", user)
 *
 * All are 28 characters, as WeChat's are. The check in the openid lets the simulator tell its own from others'
 * without remembering anybody.
 */
const digest = (kind: string, name: string): Buffer =>
  createHmac('sha256', 'qundian-simulator').update(`${kind}:${name}`).digest()
const letters = (kind: string, name: string, length: number): string =>
  digest(kind, name).toString('base64url').slice(0, length)

/** Letters of any script, digits, `_.-`; what a user or group of the simulator may be called. */
export const NAME = /^[\p{L}\p{N}_.-]{1,64}$/u

export function openidOf(user: string, appid = APPID): string {
  const body = letters(`openid:${appid}`, user, 20)
  return `o${body}${letters('openid-check', body, 7)}`
}

/** Whether this simulator gave out the openid. */
export const isOwnOpenid = (openid: string): boolean =>
  openid.length === 28 &&
  openid.startsWith('o') &&
  openid.slice(21) === letters('openid-check', openid.slice(1, 21), 7)

export const unionidOf = (user: string): string => `o${letters('unionid', user, 27)}`
export const opengidOf = (group: string): string => `t${letters(`opengid:${APPID}`, group, 27)}`
export const groupOpenidOf = (user: string, group: string): string =>
  `o${letters(`group_openid:${APPID}`, `${user}@${group}`, 27)}`
export const phoneOf = (user: string): string =>
  `138${String(digest('phone', user).readUInt32BE(0) % 100_000_000).padStart(8, '0')}`
