import { Input, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useRef, useState } from 'react'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { toast } from '@/platform/notice'
import { CockpitStore } from '@/stores/CockpitStore'
import { useStore } from '@/stores/root'
import { changeText, stockText } from '@/text/cockpit'
import { countTyped } from '@/text/typed'
import styles from './Form.module.scss'
import type { ProductProps } from './GoodsSheet'
import { ReasonField } from './ReasonField'
import { useAct } from './useAct'

/** Pieces that a stock can be changed by at once, as the contract has it. */
const MOST = 10_000

const ways = (['more', 'less'] as const).map((value) => ({ value, name: stockText.ways[value] }))

/** Adds pieces to a product's stock, or takes such as nobody has bought or holds. */
export const StockForm = observer(function StockForm({ cockpit, product, onClose }: ProductProps) {
  const store = useStore(CockpitStore)
  const act = useAct(cockpit.session._id)
  const [way, setWay] = useState<'more' | 'less'>('more')
  const [count, setCount] = useState<number>()
  const reason = useRef('')
  const { dealId, goods, held } = product
  const by = way === 'more' ? (count ?? 0) : -(count ?? 0)
  const change = async () => {
    if (count === undefined || count < 1 || count > MOST) toast(stockText.wrong(MOST))
    else if (goods.left + by < 0) toast(stockText.tooMany(goods.left))
    else if (reason.current === '') toast(changeText.reasonMissing)
    else {
      const wish = { dealId, change: by, reason: reason.current }
      if (await act('stock', wish, stockText.done(way, count))) onClose()
    }
  }
  return (
    <View>
      <View className={styles.fact}>{stockText.now(goods.left, held)}</View>
      <Choices id="way" title={stockText.way} choices={ways} chosen={way} onChoose={setWay} />
      <View className={styles.field}>{stockText.field}</View>
      <Input
        id="pieces"
        className={styles.input}
        type="number"
        maxlength={5}
        onInput={(event) => {
          setCount(countTyped(event.detail.value))
        }}
      />
      <View className={styles.hint} id="left-after">
        {goods.left + by < 0 ? stockText.tooMany(goods.left) : stockText.after(goods.left + by)}
      </View>
      <ReasonField
        reasons={stockText.reasons}
        onReason={(words) => {
          reason.current = words
        }}
      />
      <Button id="change" busy={store.isUnderWay(`stock ${dealId}`)} onTap={() => void change()}>
        {changeText.sure}
      </Button>
    </View>
  )
})
