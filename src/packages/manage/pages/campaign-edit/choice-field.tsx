import { View } from '@tarojs/components'
import { Chip } from '../../../../ui/chip'
import { cls } from '../../../../ui/cls'
import './choice-field.scss'

interface Props {
  readonly label: string
  readonly options: readonly { readonly key: string; readonly text: string }[]
  readonly chosen: readonly string[]
  readonly onTap: (key: string) => void
  readonly error?: string | null
}

/** One or several of a few, as chips. */
export function ChoiceField({ label, options, chosen, onTap, error }: Props) {
  return (
    <View className={cls('field', error && 'field--wrong')}>
      <View className="field__label">{label}</View>
      <View className="field__body">
        <View className="choice-field">
          {options.map(({ key, text }) => (
            <Chip key={key} isChosen={chosen.includes(key)} onTap={() => onTap(key)}>
              {text}
            </Chip>
          ))}
        </View>
        {error && <View className="field__error">{error}</View>}
      </View>
    </View>
  )
}
