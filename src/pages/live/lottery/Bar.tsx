import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { hasFailed } from '@domain/failure'
import type { LotteryView } from '@domain/lottery/contract'
import type { LotteryState } from '@domain/lottery/outlook'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { open } from '@/platform/go'
import { toast } from '@/platform/notice'
import { LotteryStore } from '@/stores/LotteryStore'
import { useStore } from '@/stores/root'
import { explain } from '@/text/failures'
import { lotteryStateText, lotteryText } from '@/text/lottery'
import styles from './Bar.module.scss'

/** What can be done about a lottery now. */
export interface BarProps {
  readonly lottery: LotteryView
  readonly state: LotteryState
}

/** The one thing to do: entering, ordering the prize, or nothing any more. */
export function Bar(props: BarProps) {
  return (
    <BottomBar>
      <View className={styles.main}>
        <MainButton {...props} />
      </View>
    </BottomBar>
  )
}

const MainButton = observer(function MainButton({ lottery, state }: BarProps) {
  const store = useStore(LotteryStore)
  const { _id: lotteryId, productId, skuId, dealId } = lottery
  const enter = async () => {
    const answer = await store.enter(lotteryId)
    toast(hasFailed(answer) ? explain(answer) : lotteryText.enteredToast)
  }
  if (state === 'open') {
    return (
      <Button id="enter" busy={store.entering} onTap={() => void enter()}>
        {lotteryText.enter}
      </Button>
    )
  }
  if (state === 'won') {
    const claim = () => {
      open('checkout', { productId, skuId, quantity: 1, dealId })
    }
    return (
      <Button id="claim" onTap={claim}>
        {lotteryText.claim}
      </Button>
    )
  }
  if (state === 'claimed') {
    const seeOrders = () => {
      open('orders', {})
    }
    return (
      <Button kind="plain" id="orders" onTap={seeOrders}>
        {lotteryText.seeOrders}
      </Button>
    )
  }
  return (
    <Button id="still" disabled>
      {lotteryStateText[state]}
    </Button>
  )
})
