import { Input, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useRef } from 'react'
import type { Fen } from '@domain/money'
import { Button } from '@/components/Button'
import { confirm, toast } from '@/platform/notice'
import { CockpitStore } from '@/stores/CockpitStore'
import { useStore } from '@/stores/root'
import { changeText, cockpitQuestions, priceText } from '@/text/cockpit'
import { fenTyped } from '@/text/typed'
import styles from './Form.module.scss'
import type { ProductProps } from './GoodsSheet'
import { ReasonField } from './ReasonField'
import { useAct } from './useAct'

/** Whether a price falls so far that a digit may be missing. */
const isSlip = (from: Fen, to: Fen): boolean => to * 2 < from

/** Changes what a product costs in the session: within its limits, and with a reason. */
export const PriceForm = observer(function PriceForm({ cockpit, product, onClose }: ProductProps) {
  const store = useStore(CockpitStore)
  const act = useAct(cockpit.session._id)
  const typed = useRef('')
  const reason = useRef('')
  const { dealId, basePriceFen, goods } = product
  const change = async () => {
    const priceFen = fenTyped(typed.current)
    if (priceFen === undefined || priceFen < 1 || priceFen > basePriceFen) {
      toast(priceText.wrong(basePriceFen))
    } else if (priceFen === goods.priceFen) toast(priceText.same)
    else if (reason.current === '') toast(changeText.reasonMissing)
    else if (!isSlip(goods.priceFen, priceFen) || (await isMeant(goods.priceFen, priceFen))) {
      const wish = { dealId, priceFen, reason: reason.current }
      if (await act('price', wish, priceText.done(priceFen))) onClose()
    }
  }
  return (
    <View>
      <View className={styles.fact}>{priceText.now(goods.priceFen, basePriceFen)}</View>
      <View className={styles.field}>{priceText.field}</View>
      <Input
        id="new-price"
        className={styles.input}
        type="digit"
        maxlength={12}
        onInput={(event) => {
          typed.current = event.detail.value
        }}
      />
      <View className={styles.hint}>{priceText.limits(basePriceFen)}</View>
      <ReasonField
        reasons={priceText.reasons}
        onReason={(words) => {
          reason.current = words
        }}
      />
      <Button id="change" busy={store.isUnderWay(`price ${dealId}`)} onTap={() => void change()}>
        {changeText.sure}
      </Button>
    </View>
  )
})

const isMeant = (from: Fen, to: Fen): Promise<boolean> => confirm(cockpitQuestions.fall(from, to))
