import { h } from '../../dom'
import { sheet } from '../layer'
import { definePart, Part } from './part'

export function definePicker(): void {
  definePart('picker', PickerPart)
}

type Option = string | Readonly<Record<string, unknown>>

const REGIONS: readonly (readonly [string, string, string])[] = [
  ['上海市', '上海市', '徐汇区'],
  ['上海市', '上海市', '浦东新区'],
  ['北京市', '北京市', '海淀区'],
  ['广东省', '广州市', '天河区'],
  ['浙江省', '杭州市', '西湖区'],
  ['四川省', '成都市', '武侯区'],
]

/** A choice from lists in a sheet: one list, several, a date, a time, or a region. */
class PickerPart extends Part {
  protected override build(): void {
    this.addEventListener('click', () => void this.open())
  }

  private async open(): Promise<void> {
    if (this.flag('disabled')) return
    const mode = this.text('mode', 'selector')
    if (mode === 'region') return this.openRegions()
    const columns = this.columns(mode)
    const chosen = await chooseFrom(columns, this.chosen(mode, columns), (column, value) =>
      this.emit('columnchange', { column, value }),
    )
    if (!chosen) this.emit('cancel')
    else this.emit('change', { value: this.answer(mode, columns, chosen) })
  }

  private async openRegions(): Promise<void> {
    const chosen = await chooseFrom([REGIONS.map((region) => region.join(' '))], [0])
    const region = chosen && REGIONS[chosen[0] ?? 0]
    if (region) this.emit('change', { value: [...region], code: [], postcode: '' })
    else this.emit('cancel')
  }

  private columns(mode: string): string[][] {
    if (mode === 'time') return [numbers(0, 23), numbers(0, 59)]
    if (mode === 'date') {
      const start = Number(this.text('start', '1970').slice(0, 4))
      const end = Number(this.text('end', '2100').slice(0, 4))
      const parts = [numbers(start, end), numbers(1, 12), numbers(1, 31)]
      return parts.slice(0, { year: 1, month: 2 }[this.text('fields')] ?? 3)
    }
    const range = (this.prop('range') ?? []) as Option[] | Option[][]
    const lists = mode === 'multiSelector' ? (range as Option[][]) : [range as Option[]]
    return lists.map((list) => list.map((option) => this.label(option)))
  }

  private label(option: Option): string {
    return typeof option === 'string' ? option : String(option[this.text('range-key')] ?? option)
  }

  private chosen(mode: string, columns: readonly string[][]): number[] {
    const value = this.prop('value')
    if (mode === 'selector') return [Number(value ?? 0)]
    if (mode === 'multiSelector') return (value as number[] | undefined) ?? columns.map(() => 0)
    const parts = String(value ?? '').split(/[-:]/)
    return columns.map((column, index) => Math.max(0, column.indexOf(parts[index] ?? '')))
  }

  private answer(mode: string, columns: readonly string[][], chosen: readonly number[]): unknown {
    if (mode === 'selector') return String(chosen[0])
    if (mode === 'multiSelector') return [...chosen]
    const parts = columns.map((column, index) => column[chosen[index] ?? 0])
    return parts.join(mode === 'time' ? ':' : '-')
  }
}

/** The index chosen in each column; null when cancelled. */
function chooseFrom(
  columns: readonly (readonly string[])[],
  start: readonly number[],
  onChange: (column: number, value: number) => void = () => {},
): Promise<number[] | null> {
  return sheet<number[]>((choose) => {
    const lists = columns.map((options, column) => {
      const list = h('select', { size: '6' }) as HTMLSelectElement
      list.append(...options.map((option, index) => new Option(option, String(index))))
      list.selectedIndex = start[column] ?? 0
      list.addEventListener('change', () => onChange(column, list.selectedIndex))
      return list
    })
    const confirm = () => choose(lists.map((list) => list.selectedIndex))
    return h(
      'div',
      { class: 'picker-sheet' },
      h('div', { class: 'picker-columns' }, ...lists),
      h('button', { class: 'sheet-confirm', onclick: confirm }, '确定'),
    )
  }, 'picker')
}

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(2, '0'))
