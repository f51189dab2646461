/** Breaks a text into at most `most` lines no wider than `width`, by the measure of whatever draws it; cut with an ellipsis. */
export function linesOf(
  text: string,
  measure: (text: string) => number,
  width: number,
  most: number,
): readonly string[] {
  const lines: string[] = []
  let line = ''
  const chars = [...text.trim()]
  for (const [place, char] of chars.entries()) {
    if (measure(line + char) <= width) {
      line += char
      continue
    }
    if (lines.length === most - 1) return [...lines, cut(line + chars.slice(place).join(''), measure, width)]
    lines.push(line.trimEnd())
    line = char === ' ' ? '' : char
  }
  return line === '' ? lines : [...lines, line]
}

function cut(text: string, measure: (text: string) => number, width: number): string {
  const kept = [...text]
  while (kept.length > 0 && measure(`${kept.join('')}…`) > width) kept.pop()
  return `${kept.join('').trimEnd()}…`
}
