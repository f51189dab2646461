import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSimulator } from '../../simulator/app'
import { readOptions } from '../../simulator/options'
import { anOrder, payInApp } from './purchase'
import { startSimulator } from './running-simulator'

describe('the simulator', () => {
  it.each([{ appid: 'wxffffffffffffffff' }, { mchid: '1230000109' }])(
    'refuses to stand in for a real mini-program or merchant: %p',
    (identity) => {
      expect(() => buildSimulator(identity)).toThrow(/serves only the test/)
    },
  )

  it('lists every fault of its environment in one sentence', () => {
    const env = { SIMULATOR_PORT: 'abc', WECHAT_APPID: 'wxreal', SIMULATOR_TIME_SCALE: '-1' }

    expect(() => readOptions(env)).toThrow(/SIMULATOR_PORT.*SIMULATOR_TIME_SCALE.*wxreal/)
  })

  it('starts on what it was built for when the environment says nothing', () => {
    expect(readOptions({})).toMatchObject({ port: 8788, timeScale: 1, stateFile: null })
  })

  it('notifies this machine only', async () => {
    const wechat = await startSimulator()
    const pay = wechat.weChatPay({ notifyUrl: 'https://shop.example.com/notify' })

    await expect(pay.prepay(await anOrder(wechat))).rejects.toMatchObject({ code: 'PARAM_ERROR' })

    await wechat.stop()
  })

  it('lets pages of any origin use the app’s side, and none the control side', async () => {
    const wechat = await startSimulator()

    const app = await fetch(`${wechat.baseUrl}/client/login`, { method: 'OPTIONS' })
    const control = await fetch(`${wechat.baseUrl}/control/clock`)

    expect(app.headers.get('access-control-allow-origin')).toBe('*')
    expect(control.headers.get('access-control-allow-origin')).toBeNull()
    await wechat.stop()
  })

  it('keeps sessions, orders and notifications over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulator-'))
    const stateFile = join(folder, 'state.json')
    const before = await startSimulator({ stateFile })
    const { json: login } = await before.post('/client/login', { user: 'lin' })
    const { sessionKey, openid } = await before.miniProgram().code2Session(login.code)
    const order = await anOrder(before)
    const { prepayId } = await before.weChatPay().prepay(order)
    await before.stop()

    const after = await startSimulator({ stateFile })
    const isKept = await after.miniProgram().checkSessionKey(openid, sessionKey)
    const paid = await payInApp(after, after.weChatPay().paymentParams(prepayId))

    expect(isKept).toBe(true)
    expect(paid.json.errMsg).toBe('requestPayment:ok')
    await after.stop()
    rmSync(folder, { recursive: true })
  })

  it('moves its clock when told, and forgets everything on reset', async () => {
    const wechat = await startSimulator()
    const pay = wechat.weChatPay()
    const order = await anOrder(wechat)
    await pay.prepay(order)

    const { json: moved } = await wechat.post('/control/clock', { offsetMs: 1_000 })
    await wechat.post('/control/reset')

    expect(moved.now).toBe(wechat.now() + 1_000)
    expect((await wechat.get('/control/clock')).json.offsetMs).toBe(0)
    expect(await pay.queryByOutTradeNo(order.outTradeNo)).toBeNull()
    await wechat.stop()
  })

  it('says what it did not understand', async () => {
    const wechat = await startSimulator()

    const fault = await wechat.post('/control/faults', { faults: [{ on: 'endpoint', kind: 'sulk' }] })
    const name = await wechat.post('/client/login', { user: 'no spaces please' })

    expect(fault).toMatchObject({ status: 400, json: { error: expect.stringContaining('/faults/0') } })
    expect(name).toMatchObject({ status: 400, json: { errMsg: expect.stringContaining('/user') } })
    await wechat.stop()
  })

  it('logs what was called, and no secret of it', async () => {
    const wechat = await startSimulator()
    const { json: login } = await wechat.post('/client/login', { user: 'lin' })
    const { sessionKey } = await wechat.miniProgram().code2Session(login.code)

    const log = JSON.stringify((await wechat.get('/control/log')).json)

    expect(log).toContain('jscode2session')
    for (const secret of [sessionKey, login.code, '0123456789abcdef0123456789abcdef'])
      expect(log).not.toContain(secret)
    await wechat.stop()
  })
})
