import { linesOf } from '../../../src/packages/staff/share-centre/poster/lines'

/** Every character a square of ten. */
const measure = (text: string) => [...text].length * 10

describe('the words on a poster', () => {
  it('stay on one line where they fit', () => {
    expect(linesOf('红富士苹果', measure, 50, 2)).toEqual(['红富士苹果'])
  })

  it('break where the line is full', () => {
    expect(linesOf('山东烟台红富士苹果', measure, 50, 2)).toEqual(['山东烟台红', '富士苹果'])
  })

  it('end in an ellipsis where there is no line left', () => {
    expect(linesOf('山东烟台红富士苹果脆甜多汁', measure, 50, 2)).toEqual(['山东烟台红', '富士苹果…'])
  })

  it('begin no line with a space, and nothing is nothing', () => {
    expect(linesOf('红富士 苹果', measure, 30, 2)).toEqual(['红富士', '苹果'])
    expect(linesOf('', measure, 30, 2)).toEqual([])
  })
})
