import type { AfterSaleView } from '@contract/after-sale'
import { DELIVERY_COMPANIES } from '@domain/shipment/companies'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Chip } from '../../ui/chip'
import { Field } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import './send-sheet.scss'

interface Props {
  readonly isOpen: boolean
  readonly isBusy: boolean
  /** One that is put right. */
  readonly parcel: AfterSaleView['parcel']
  readonly onClose: () => void
  readonly onSend: (company: string, number: string) => void
}

/** The carriers people send from home with; any other is typed. */
const USUAL = DELIVERY_COMPANIES.slice(0, 9)

/** The parcel the goods come back in: company by a tap or by hand, and its number. */
export function SendSheet({ isOpen, isBusy, parcel, onClose, onSend }: Props) {
  const [company, setCompany] = useState(parcel?.company ?? '')
  const [number, setNumber] = useState(parcel?.number ?? '')
  const [isChecked, setChecked] = useState(false)
  const clean = number.replace(/\s/g, '')
  const faults = {
    company: company.trim() ? null : '请选择或填写快递公司',
    number: /^[0-9A-Za-z-]{5,40}$/.test(clean) ? null : '运单号由数字和字母组成，至少 5 位',
  }
  const send = () => {
    setChecked(true)
    if (!faults.company && !faults.number) onSend(company.trim(), clean)
  }
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={parcel ? '更正运单号' : '填写退货运单'}
      foot={
        <Button isBlock isLoading={isBusy} onTap={send} className="send-sheet__send">
          提交
        </Button>
      }
    >
      <View className="send-sheet">
        <View className="send-sheet__companies">
          {USUAL.map(({ code, name }) => (
            <Chip key={code} isChosen={company === name} onTap={() => setCompany(name)}>
              {name}
            </Chip>
          ))}
        </View>
        <Field
          label="快递公司"
          value={company}
          maxLength={40}
          placeholder="不在上面的话，直接填写"
          error={isChecked ? faults.company : null}
          onInput={setCompany}
        />
        <Field
          label="运单号"
          value={number}
          maxLength={40}
          placeholder="面单上的号码"
          error={isChecked ? faults.number : null}
          onInput={setNumber}
        />
      </View>
    </Sheet>
  )
}
