import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { hasFailed } from '@domain/failure'
import type { WalletLine } from '@domain/messages/contract'
import { Button } from '@/components/Button'
import { toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { explain } from '@/text/failures'
import { consentText, messageText, walletText } from '@/text/messages'
import styles from './Line.module.scss'

/** A kind of message: what it tells, how many may still come, and one more. */
export const Line = observer(function Line({ line }: { readonly line: WalletLine }) {
  const { messages } = useStores()
  const { kind, allowed } = line
  const { name, when } = messageText[kind]
  const add = async () => {
    const answer = await messages.ask([line])
    toast(hasFailed(answer) ? explain(answer) : consentText[answer])
  }
  return (
    <View className={styles.line} id={`line-${kind}`}>
      <View className={styles.words}>
        <View className={styles.name}>{name}</View>
        <View className={styles.when}>{when}</View>
        <View className={allowed > 0 ? styles.allowed : styles.when} id={`allowed-${kind}`}>
          {walletText.allowed(allowed)}
        </View>
      </View>
      <View className={styles.side}>
        <Button
          kind="plain"
          id={`add-${kind}`}
          busy={messages.asking === kind}
          onTap={() => void add()}
        >
          {walletText.add}
        </Button>
      </View>
    </View>
  )
})
