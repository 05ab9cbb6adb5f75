import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Sheet } from '@/components/Sheet'
import { useStores } from '@/stores/root'
import { checkoutText } from '@/text/checkout'
import { AddressCard } from './AddressCard'
import { AddressForm } from './AddressForm'

/** Where the courier goes: typed in, since a browser has no address book. */
export const AddressChoice = observer(function AddressChoice() {
  const { checkout } = useStores()
  const { address } = checkout.delivery
  const [isOpen, setOpen] = useState(false)
  return (
    <View>
      <AddressCard address={address} onTap={() => setOpen(true)} />
      <Sheet title={checkoutText.addressForm} open={isOpen} onClose={() => setOpen(false)}>
        {isOpen && (
          <AddressForm
            address={address}
            onDone={(filled) => {
              checkout.fill({ address: filled })
              setOpen(false)
            }}
          />
        )}
      </Sheet>
    </View>
  )
})
