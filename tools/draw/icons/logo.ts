import { blend, fill, join, type Svg, slab, words } from '../kit/svg'

/** The shop's mark: a chat bubble that is a shop front. Square, 512. */
export const LOGO: Svg = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">${join(
  blend(slab(0, 0, 512, 512, 116), [
    [0, '#F27A4C'],
    [1, '#E04A24'],
  ]),
  fill(
    'M112 214V342Q112 376 146 376H186L214 424Q222 436 232 424L262 376H366Q400 376 400 342V214Z',
    '#FFF8F1',
  ),
  fill('M100 140Q104 118 126 118H386Q408 118 412 140L426 206H86Z', '#FFD9A8'),
  ...[0, 1, 2, 3, 4].map((i) =>
    fill(
      `M${86 + i * 68} 204H${154 + i * 68}V220A34 34 0 0 1 ${86 + i * 68} 220Z`,
      i % 2 ? '#FFF8F1' : '#F6B15C',
    ),
  ),
  ...[1, 3].map((i) =>
    fill(
      `M${100 + i * 62.4} 118H${100 + (i + 1) * 62.4}L${86 + (i + 1) * 68} 206H${86 + i * 68}Z`,
      '#FFF8F1',
    ),
  ),
  ...[0, 2, 4].map((i) =>
    fill(
      `M${100 + i * 62.4} 118H${100 + (i + 1) * 62.4}L${86 + (i + 1) * 68} 206H${86 + i * 68}Z`,
      '#F6B15C',
      0.9,
    ),
  ),
  words(256, 310, '群', { size: 112, colour: '#E04A24', weight: 900 }),
)}</svg>`
