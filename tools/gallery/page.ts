/** One picture of the gallery. */
export interface Shot {
  readonly title: string
  /** Width and mode. */
  readonly look: string
  readonly file: string
  readonly remarks: readonly string[]
}

/** The gallery as one HTML page: a row for each screen, a picture for each width and mode. */
export function galleryPage(shots: readonly Shot[]): string {
  const titles = [...new Set(shots.map(({ title }) => title))]
  const rows = titles.map((title) => {
    const own = shots.filter((shot) => shot.title === title)
    return `<section><h2>${plain(title)}</h2><div class="row">${own.map(figure).join('')}</div></section>`
  })
  const faults = shots.reduce((sum, { remarks }) => sum + remarks.length, 0)
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>群店 · 画廊</title><style>
body{margin:24px;background:#e9e6e1;color:#1f1b16;font:14px/1.5 sans-serif}
h2{margin:32px 0 8px;font-size:16px}
.row{display:flex;gap:16px;overflow-x:auto;align-items:flex-start}
figure{flex:none;width:280px;margin:0}
img{display:block;width:100%;border-radius:12px}
figcaption{padding:4px 0}
li{color:#b3261e;font-size:12px;overflow-wrap:anywhere}
</style></head><body><h1>群店 · 画廊</h1>
<p>${titles.length} 个屏幕，${shots.length} 张图，${faults} 处对比度或点按大小不合格。</p>
${rows.join('\n')}
</body></html>
`
}

function figure({ look, file, remarks, title }: Shot): string {
  const list = remarks.map((remark) => `<li>${plain(remark)}</li>`).join('')
  return `<figure><a href="${encodeURI(file)}"><img loading="lazy" src="${encodeURI(file)}" alt="${plain(title)}"></a><figcaption>${plain(look)}</figcaption><ul>${list}</ul></figure>`
}

const plain = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
