import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import type { Address } from '@domain/orders/delivery'
import { Button } from '@/components/Button'
import { toast } from '@/platform/notice'
import { emptyAddress, missingOfAddress } from '@/stores/deliveryDraft'
import { checkoutText } from '@/text/checkout'
import { RegionField } from './RegionField'
import styles from './Person.module.scss'

/** An address to begin with, and what to do with the filled one. */
export interface AddressFormProps {
  readonly address: Address | null
  readonly onDone: (address: Address) => void
}

const fields = [
  { id: 'name', label: checkoutText.name, hint: checkoutText.recipientPlaceholder, most: 20 },
  { id: 'phone', label: checkoutText.phone, hint: checkoutText.phonePlaceholder, most: 20 },
  { id: 'detail', label: checkoutText.detail, hint: checkoutText.detailPlaceholder, most: 100 },
] as const

/** Name, telephone number, region and the rest of an address. */
export function AddressForm({ address, onDone }: AddressFormProps) {
  const [draft, setDraft] = useState(address ?? emptyAddress)
  const fill = (part: Partial<Address>) => {
    setDraft((before) => ({ ...before, ...part }))
  }
  const done = () => {
    const missing = missingOfAddress(draft)
    if (missing) toast(checkoutText.addressNeeds[missing])
    else onDone(draft)
  }
  return (
    <View>
      <RegionField address={draft} onChange={fill} />
      {fields.map(({ id, label, hint, most }) => (
        <View key={id} className={styles.field}>
          <View className={styles.label}>{label}</View>
          <Input
            id={`address-${id}`}
            className={styles.input}
            defaultValue={draft[id]}
            type={id === 'phone' ? 'number' : 'text'}
            maxlength={most}
            placeholder={hint}
            onInput={(event) => {
              fill({ [id]: event.detail.value })
            }}
          />
        </View>
      ))}
      <View className={styles.kept}>{checkoutText.kept}</View>
      <View className={styles.done}>
        <Button id="save-address" onTap={done}>
          {checkoutText.saveAddress}
        </Button>
      </View>
    </View>
  )
}
