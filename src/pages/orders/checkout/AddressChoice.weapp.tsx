import { observer } from 'mobx-react-lite'
import { chooseAddress } from '@/platform/address'
import { toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { checkoutText } from '@/text/checkout'
import { AddressCard } from './AddressCard'

/** Where the courier goes: an entry of WeChat's own address book. */
export const AddressChoice = observer(function AddressChoice() {
  const { checkout } = useStores()
  const choose = async () => {
    const chosen = await chooseAddress()
    if (chosen === 'refused') toast(checkoutText.addressUnread)
    else if (chosen !== 'left') checkout.fill({ address: chosen })
  }
  return <AddressCard address={checkout.delivery.address} onTap={() => void choose()} />
})
