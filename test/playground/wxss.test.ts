import { wxssToCss } from '../../playground/host/wxss'

const css = (files: Record<string, string>, path: string, route?: string) =>
  wxssToCss(path, (file) => files[file] ?? null, { filesUrl: '/files/', route })
    .replace(/\s+/g, ' ')
    .trim()

describe('WXSS in the browser', () => {
  it('measures rpx by the width of the phone and vh by the page between the bars', () => {
    const drawn = css(
      { 'app.wxss': '.a{width:75rpx;height:50vh;padding-bottom:env(safe-area-inset-bottom)}' },
      'app.wxss',
    )

    expect(drawn).toContain('width:calc(100vw * 75 / 750)')
    expect(drawn).toContain('height:calc(var(--page-height) * 50 / 100)')
    expect(drawn).toContain('padding-bottom:var(--phone-safe-bottom)')
  })

  it("draws tags as the phone's own and leaves classes that sound like them alone", () => {
    const drawn = css({ 'app.wxss': 'page{color:red}.view view>image,.text .page{color:red}' }, 'app.wxss')

    expect(drawn).toBe('wx-page{color:red}.view wx-view>wx-image,.text .page{color:red}')
  })

  it("keeps a page's rules to that page, without making them weigh more", () => {
    const drawn = css({ 'pages/a.wxss': '.x,page{color:red}' }, 'pages/a.wxss', 'pages/a')

    expect(drawn).toBe(':where([data-route="pages/a"]) .x,wx-page:where([data-route="pages/a"]){color:red}')
  })

  it('takes in what is imported, and finds pictures of the package', () => {
    const files = {
      'app.wxss': '@import "./common.wxss";',
      'common.wxss': '.a{background:url(/assets/a.png)}',
    }

    expect(css(files, 'app.wxss')).toBe('.a{background:url(/files/assets/a.png)}')
  })

  it('leaves the steps of an animation as they are', () => {
    const drawn = css({ 'p.wxss': '@keyframes in{from{top:10rpx}50%{top:0}}' }, 'p.wxss', 'p')

    expect(drawn).toBe('@keyframes in{from{top:calc(100vw * 10 / 750)}50%{top:0}}')
  })
})
