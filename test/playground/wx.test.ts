import { knownWxNames } from '../../playground/host/wx-names'
import { asynchronous, WxRefusal } from '../../playground/phone/wx/api'
import { storageApi } from '../../playground/phone/wx/storage'
import { makeWx } from '../../playground/phone/wx/wx'

type Calls = Record<string, (...args: unknown[]) => unknown>

describe('wx in the playground', () => {
  it('fails by name for a call that nobody answers', () => {
    const complaint = jest.spyOn(console, 'error').mockImplementation(() => {})
    const wx = makeWx({ login: () => 'ok' }, knownWxNames()) as Calls

    expect(wx.login?.()).toBe('ok')
    expect(() => wx.startBluetoothDevicesDiscovery?.({})).toThrow(
      'unknown wx call: startBluetoothDevicesDiscovery',
    )
    expect(complaint).toHaveBeenCalledWith('unknown wx call: startBluetoothDevicesDiscovery', {})
    complaint.mockRestore()
  })

  it('knows the calls of WeChat by their typings, and has no WeCom outside WeCom', () => {
    const wx = makeWx({}, knownWxNames()) as Calls

    expect(knownWxNames().length).toBeGreaterThan(300)
    expect(wx.qy).toBeUndefined()
  })

  it('answers callbacks where they are given, else a promise, and says why it failed', async () => {
    const pay = asynchronous('pay', ({ fails }: { fails: boolean }) => {
      if (fails) throw new WxRefusal('cancel', 7)
      return { paid: true }
    })

    expect(await pay({ fails: false })).toEqual({ errMsg: 'pay:ok', paid: true })
    await expect(pay({ fails: true })).rejects.toEqual({ errMsg: 'pay:fail cancel', errCode: 7 })
    const heard = await new Promise((fail) => void pay({ fails: true, fail }))
    expect(heard).toEqual({ errMsg: 'pay:fail cancel', errCode: 7 })
  })

  it('gives no promise for calls that have none in WeChat', () => {
    expect(asynchronous('getGroupEnterInfo', () => ({}))()).toBeUndefined()
  })

  it('keeps at most 1 MB under a key', () => {
    const storage = storageApi('lin', false) as Calls

    storage.setStorageSync?.('small', { a: 1 })

    expect(storage.getStorageSync?.('small')).toEqual({ a: 1 })
    expect(storage.getStorageSync?.('missing')).toBe('')
    expect(() => storage.setStorageSync?.('large', 'x'.repeat(1024 * 1024))).toThrow(
      'entry size limit reached',
    )
  })
})
