/** "张伟" → "张*", "欧阳娜娜" → "欧**": the first character and at most two stars, so length tells nothing more. */
export function maskName(name: string): string {
  const [first, ...rest] = [...name.trim()]
  if (first === undefined) return '*'
  return first + '*'.repeat(Math.min(Math.max(rest.length, 1), 2))
}

/** "13800138000" → "138****8000"; anything else keeps only its last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/^\+?86/, '').replace(/\D/g, '')
  if (digits.length === 11) return `${digits.slice(0, 3)}****${digits.slice(7)}`
  return digits.length > 4 ? `****${digits.slice(-2)}` : '****'
}
