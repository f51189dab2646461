/** Two-digit codes of GB/T 2260 by the short name of the province. */
const PROVINCE_CODES: Readonly<Record<string, string>> = {
  北京: '11',
  天津: '12',
  河北: '13',
  山西: '14',
  内蒙古: '15',
  辽宁: '21',
  吉林: '22',
  黑龙江: '23',
  上海: '31',
  江苏: '32',
  浙江: '33',
  安徽: '34',
  福建: '35',
  江西: '36',
  山东: '37',
  河南: '41',
  湖北: '42',
  湖南: '43',
  广东: '44',
  广西: '45',
  海南: '46',
  重庆: '50',
  四川: '51',
  贵州: '52',
  云南: '53',
  西藏: '54',
  陕西: '61',
  甘肃: '62',
  青海: '63',
  宁夏: '64',
  新疆: '65',
  台湾: '71',
  香港: '81',
  澳门: '82',
}

/** Every province by its short name, in the order of the national codes. */
export const PROVINCES: readonly string[] = Object.keys(PROVINCE_CODES).sort((a, b) =>
  PROVINCE_CODES[a]! < PROVINCE_CODES[b]! ? -1 : 1,
)

/**
 * The area code of an address: wx.chooseAddress hands over six digits (`nationalCode`), but not for every
 * address and none for one typed by hand; then the province's name gives two digits. null: not in China.
 */
export function areaCodeOf(address: { nationalCode?: string | null; province: string }): string | null {
  const code = address.nationalCode ?? ''
  if (/^[1-8]\d{5}$/.test(code)) return code
  const name = address.province.trim()
  const found = Object.keys(PROVINCE_CODES).find((short) => name.startsWith(short))
  return found ? PROVINCE_CODES[found]! : null
}

/** The short name of the province an area code begins with; null where there is none of that code. */
export const provinceOf = (areaCode: string): string | null =>
  Object.keys(PROVINCE_CODES).find((short) => PROVINCE_CODES[short] === areaCode.slice(0, 2)) ?? null
