import { Picker, View } from '@tarojs/components'
import { isAreaCode } from '../../platform/address'
import { Card } from '../../ui/card'
import { cls } from '../../ui/cls'
import { Field } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Toggle } from '../../ui/toggle'
import type { AddressDraft, DraftFaults } from './form'
import './address-form.scss'

interface Props {
  readonly draft: AddressDraft
  /** Shown once somebody tried to save. */
  readonly faults: DraftFaults
  readonly onChange: (change: Partial<AddressDraft>) => void
}

/** The region picker names the places and gives their codes, the smallest last. */
function pickedRegion({ value, code }: { value: string[]; code?: string[] }): Partial<AddressDraft> {
  const smallest = code?.[code.length - 1]
  return { region: value, areaCode: isAreaCode(smallest) ? smallest : null }
}

/** An address by hand: who, where, which door. */
export function AddressForm({ draft, faults, onChange }: Props) {
  const region = [...new Set(draft.region)].join(' ')
  return (
    <View className="address-form">
      <Card isFlush>
        <Field
          label="收货人"
          value={draft.name}
          maxLength={30}
          placeholder="姓名"
          error={faults.name}
          onInput={(name) => onChange({ name })}
        />
        <Field
          label="手机号"
          value={draft.phone}
          type="number"
          maxLength={20}
          placeholder="方便送货时联系"
          error={faults.phone}
          onInput={(phone) => onChange({ phone })}
        />
        <Picker
          className="address-form__picker"
          mode="region"
          value={[...draft.region]}
          onChange={(event) => onChange(pickedRegion(event.detail))}
        >
          <View className={cls('field', faults.region && 'field--wrong')}>
            <View className="field__label">所在地区</View>
            <View className="field__body">
              <View className={cls('address-form__region', !region && 'address-form__region--none')}>
                {region || '省、市、区'}
              </View>
              {faults.region && <View className="field__error">{faults.region}</View>}
            </View>
            <Icon name="arrow" size="note" className="address-form__arrow" />
          </View>
        </Picker>
        <Field
          label="详细地址"
          value={draft.detail}
          maxLength={120}
          placeholder="街道、小区、门牌号"
          isLong
          error={faults.detail}
          onInput={(detail) => onChange({ detail })}
        />
      </Card>
      <Card isFlush>
        <View className="address-form__default">
          设为默认地址
          <Toggle
            isOn={draft.isDefault}
            label="设为默认地址"
            onChange={(isDefault) => onChange({ isDefault })}
          />
        </View>
      </Card>
    </View>
  )
}
