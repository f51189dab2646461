import { Input, Textarea, View } from '@tarojs/components'
import { cls } from './cls'
import './field.scss'

interface Props {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly placeholder?: string
  readonly type?: 'text' | 'number' | 'digit' | 'nickname'
  readonly maxLength?: number
  /** What is wrong, in one short sentence. */
  readonly error?: string | null
  /** Several lines. */
  readonly isLong?: boolean
}

/** One thing to fill in, with its fault below it. */
export function Field({
  label,
  value,
  onInput,
  placeholder,
  type = 'text',
  maxLength = 140,
  error,
  isLong,
}: Props) {
  const shared = {
    value,
    placeholder,
    maxlength: maxLength,
    placeholderClass: 'field__placeholder',
    onInput: (event: { detail: { value: string } }) => onInput(event.detail.value),
  }
  return (
    <View className={cls('field', error && 'field--wrong', isLong && 'field--long')}>
      <View className="field__label">{label}</View>
      <View className="field__body">
        {isLong ? (
          <Textarea
            {...shared}
            className="field__input field__input--long"
            autoHeight
            disableDefaultPadding
          />
        ) : (
          <Input {...shared} className="field__input" type={type} />
        )}
        {error && <View className="field__error">{error}</View>}
      </View>
    </View>
  )
}
