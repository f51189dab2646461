import { readDescription } from '../../../src/features/product/facts'

describe('a description', () => {
  it('is read as paragraphs and facts, each in their order', () => {
    const text = '海边坡地的老果园。\n产地：山东烟台\n\n保存： 冷藏 40 天\r\n现摘现发。'

    expect(readDescription(text)).toEqual({
      facts: [
        { name: '产地', value: '山东烟台' },
        { name: '保存', value: '冷藏 40 天' },
      ],
      paragraphs: ['海边坡地的老果园。', '现摘现发。'],
    })
  })

  it('leaves a sentence with a colon in it a sentence', () => {
    const text = '我们只说一句，店长的话：甜。'

    expect(readDescription(text).paragraphs).toEqual([text])
  })

  it('finds nothing in an empty one', () => {
    expect(readDescription('')).toEqual({ facts: [], paragraphs: [] })
  })
})
