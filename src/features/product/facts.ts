/** One fact of a product, such as 产地 and 山东烟台. */
export interface Fact {
  readonly name: string
  readonly value: string
}

/** A line of the form `名：值` is a fact: a short name, so that a sentence with a colon in it stays a sentence. */
const FACT = /^([^：，。；！？、\s]{1,8})：\s*(\S.*)$/

/** A description as merchants write it: facts and paragraphs, each in their order. */
export function readDescription(text: string): {
  readonly facts: readonly Fact[]
  readonly paragraphs: readonly string[]
} {
  const facts: Fact[] = []
  const paragraphs: string[] = []
  for (const line of text.split(/\r?\n/).map((it) => it.trim())) {
    const [, name, value] = FACT.exec(line) ?? []
    if (name && value) facts.push({ name, value })
    else if (line) paragraphs.push(line)
  }
  return { facts, paragraphs }
}
