import { phoneText, regionText } from '../../../src/features/address/address-text'
import { type AddressDraft, EMPTY_DRAFT, faultsOf, inputOf } from '../../../src/features/address/form'

const DRAFT: AddressDraft = {
  name: ' 王小明 ',
  phone: '13912345678',
  region: ['浙江省', '杭州市', '西湖区'],
  areaCode: '330106',
  detail: '文一路 1 号 ',
  isDefault: true,
}

describe('an address written by hand', () => {
  it('names every field that is still missing', () => {
    expect(Object.keys(faultsOf(EMPTY_DRAFT))).toEqual(['name', 'phone', 'region', 'detail'])
  })

  it.each(['12', 'abc', '139-'])('refuses a phone number nobody could call: %s', (phone) => {
    expect(faultsOf({ ...DRAFT, phone })).toEqual({ phone: '手机号似乎不对，请再看看' })
  })

  it('is sent trimmed', () => {
    expect(faultsOf(DRAFT)).toEqual({})
    expect(inputOf(DRAFT)).toEqual({
      name: '王小明',
      phone: '13912345678',
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
      detail: '文一路 1 号',
      nationalCode: '330106',
      isDefault: true,
    })
  })

  it('goes without an area code where the picker gave none', () => {
    expect(inputOf({ ...DRAFT, areaCode: null })).not.toHaveProperty('nationalCode')
  })
})

describe('an address as it is read', () => {
  it('does not name a municipality twice', () => {
    expect(regionText({ province: '上海市', city: '上海市', district: '徐汇区' })).toBe('上海市 徐汇区')
  })

  it('groups the digits of a mobile number and leaves others alone', () => {
    expect(phoneText('13912345678')).toBe('139 1234 5678')
    expect(phoneText('0571-5555010')).toBe('0571-5555010')
  })
})
