import { fileUrl } from '../addresses'
import { definePart, Part } from './part'

const FIT: Record<string, string> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
}

const PLACE: Record<string, string> = {
  top: 'top',
  bottom: 'bottom',
  center: 'center',
  left: 'left',
  right: 'right',
  'top left': 'left top',
  'top right': 'right top',
  'bottom left': 'left bottom',
  'bottom right': 'right bottom',
}

export function defineImage(): void {
  definePart('image', ImagePart)
  definePart('cover-image', ImagePart)
}

/** 320 × 240 px where no style says otherwise, as in WeChat. */
class ImagePart extends Part {
  static override watched = ['src', 'mode', 'lazy-load']
  private readonly picture = document.createElement('img')

  protected override build(): void {
    this.append(this.picture)
    this.picture.draggable = false
    this.picture.onload = () => {
      const { naturalWidth: width, naturalHeight: height } = this.picture
      this.keepRatio()
      this.emit('load', { width, height })
    }
    this.picture.onerror = () => this.emit('error', { errMsg: `GET ${this.text('src')} failed` })
  }

  protected override changed(name: string | null): void {
    const mode = this.text('mode', 'scaleToFill')
    this.picture.style.objectFit = PLACE[mode] ? 'none' : (FIT[mode] ?? 'fill')
    this.picture.style.objectPosition = PLACE[mode] ?? 'center'
    if (name === null || name === 'src') this.load()
    this.keepRatio()
  }

  private load(): void {
    const src = this.text('src')
    this.picture.loading = this.flag('lazy-load') ? 'lazy' : 'eager'
    this.picture.hidden = src === ''
    const url = fileUrl(src)
    if (src === '') this.picture.removeAttribute('src')
    else if (this.picture.getAttribute('src') !== url) this.picture.src = url
  }

  private keepRatio(): void {
    const mode = this.text('mode')
    const { naturalWidth, naturalHeight } = this.picture
    if (!naturalWidth || (mode !== 'widthFix' && mode !== 'heightFix')) return
    this.style.aspectRatio = `${naturalWidth} / ${naturalHeight}`
    if (mode === 'widthFix') this.style.height = 'auto'
    else this.style.width = 'auto'
  }
}
