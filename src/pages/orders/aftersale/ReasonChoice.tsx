import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { spokenCheck } from '@/platform/spoken'
import { afterSaleReasons, type AfterSaleReason } from '@domain/aftersale/afterSale'
import { classes } from '@/components/classes'
import { useStores } from '@/stores/root'
import { reasonText } from '@/text/aftersale'
import styles from './ReasonChoice.module.scss'

/** Why the money is asked back; one reason fits best. */
export function ReasonChoice() {
  return (
    <View className={styles.reasons} ariaRole="radiogroup">
      {afterSaleReasons.map((reason) => (
        <Reason key={reason} reason={reason} />
      ))}
    </View>
  )
}

const Reason = observer(function Reason({ reason }: { readonly reason: AfterSaleReason }) {
  const { afterSale } = useStores()
  return (
    <View
      id={`reason-${reason}`}
      className={classes(styles.reason, afterSale.reason === reason && styles.picked)}
      ariaRole="radio"
      {...spokenCheck(afterSale.reason === reason)}
      onClick={() => {
        afterSale.setReason(reason)
      }}
    >
      {reasonText[reason]}
    </View>
  )
})
