import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { CartLine } from '@domain/cart/contract'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Picture } from '@/components/Picture'
import { useStores } from '@/stores/root'
import { cartText, troubleText } from '@/text/cart'
import styles from './Troubled.module.scss'

/** What can't be ordered as it is, each with its reason, and one tap to be rid of it. */
export const Troubled = observer(function Troubled() {
  const { cart } = useStores()
  const { troubled } = cart
  const beyondHelp = troubled.filter(({ trouble }) => trouble?.kind !== 'short')
  if (troubled.length === 0) return null
  return (
    <Card title={cartText.troubled} id="troubled">
      {troubled.map((kept) => (
        <TroubledLine
          key={kept.skuId}
          kept={kept}
          onTake={(left) => {
            cart.setQuantity(kept, left)
          }}
        />
      ))}
      {beyondHelp.length > 0 && (
        <Button kind="quiet" id="clear" onTap={() => void cart.remove(beyondHelp)}>
          {cartText.clear}
        </Button>
      )}
    </Card>
  )
})

interface TroubledLineProps {
  readonly kept: CartLine
  readonly onTake: (left: number) => void
}

function TroubledLine({ kept: { skuId, line, trouble }, onTake }: TroubledLineProps) {
  if (!trouble) return null
  return (
    <View className={styles.line} id={`trouble-${skuId}`}>
      <Picture file={line?.product.picture ?? null} tint={line?.product.categoryId} size="small" />
      <View className={styles.words}>
        <View className={styles.name}>{line?.product.name ?? cartText.unknownName}</View>
        <View className={styles.why}>{troubleText(trouble)}</View>
      </View>
      {trouble.kind === 'short' && (
        <Button
          kind="plain"
          id={`take-${skuId}`}
          onTap={() => {
            onTake(trouble.left)
          }}
        >
          {cartText.takeLeft(trouble.left)}
        </Button>
      )}
    </View>
  )
}
