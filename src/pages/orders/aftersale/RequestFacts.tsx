import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { AfterSale } from '@domain/aftersale/afterSale'
import type { OrderView } from '@domain/orders/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Price } from '@/components/Price'
import { Row } from '@/components/Row'
import { Tag } from '@/components/Tag'
import { Thumbnails } from '@/components/Thumbnails'
import { now } from '@/platform/clock'
import { replace } from '@/platform/go'
import { confirm, toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import {
  afterSaleText,
  reasonText,
  requestStatusText,
  requestTone,
  withdrawQuestion,
} from '@/text/aftersale'
import { explain } from '@/text/failures'
import { money } from '@/text/money'
import { when } from '@/text/when'
import { LineHead } from '../receipt/LineHead'
import { closedText } from './closed'
import styles from './RequestFacts.module.scss'

/** A request for money back, of an order. */
export interface RequestFactsProps {
  readonly order: OrderView
  readonly asked: AfterSale
}

/** One request: how it stands, what was asked for, and what the shop said. */
export function RequestFacts({ order, asked }: RequestFactsProps) {
  const { no, status, goodsFen, freightFen, reason, words, answer, answeredAt } = asked
  return (
    <View>
      <Card>
        <View className={styles.head} id={`request-${status}`}>
          <View className={styles.title}>{afterSaleText.request(no)}</View>
          <Tag tone={requestTone[status]}>{requestStatusText[status]}</Tag>
        </View>
        {answer !== '' && (
          <View className={styles.answer} id="answer">
            {`${afterSaleText.answer}：${answer}`}
          </View>
        )}
        <View className={styles.sum} id="request-sum">
          <View>{afterSaleText.sum}</View>
          <Price fen={goodsFen} size="title" />
        </View>
        {freightFen > 0 && (
          <Row label="" value={afterSaleText.andFreight(money(freightFen))} tone="quiet" />
        )}
      </Card>
      <Card>
        {asked.pieces.map(({ line, quantity, amountFen }) => (
          <Piece key={line} order={order} line={line} aside={`×${quantity} ${money(amountFen)}`} />
        ))}
        <View className={styles.gap} />
        <Row label={afterSaleText.reasonLabel} value={reasonText[reason]} />
        {words !== '' && <Row label={afterSaleText.said} value={words} />}
        <Thumbnails files={asked.pictures} />
        <Row label={afterSaleText.requestedAt} value={when(asked.requestedAt, now())} />
        {answeredAt !== null && (
          <Row
            label={status === 'withdrawn' ? afterSaleText.withdrawnAt : afterSaleText.answeredAt}
            value={when(answeredAt, now())}
          />
        )}
      </Card>
      <View>
        <RequestBar order={order} asked={asked} />
      </View>
    </View>
  )
}

interface PieceProps {
  readonly order: OrderView
  readonly line: number
  readonly aside: string
}

function Piece({ order, line, aside }: PieceProps) {
  const priced = order.receipt.lines[line]
  return priced ? <LineHead line={priced} aside={aside} /> : null
}

/** Taking a request back while it waits; asking anew when it was refused. */
const RequestBar = observer(function RequestBar({ order, asked }: RequestFactsProps) {
  const { afterSale } = useStores()
  const { no, status } = asked
  const withdraw = async () => {
    if (!(await confirm(withdrawQuestion))) return
    const refusal = await afterSale.withdraw(order, no)
    toast(refusal ? explain(refusal) : afterSaleText.withdrawn)
  }
  if (status === 'requested') {
    return (
      <BottomBar>
        <View className={styles.main}>
          <Button kind="plain" id="withdraw" busy={afterSale.busy} onTap={() => void withdraw()}>
            {afterSaleText.withdraw}
          </Button>
        </View>
      </BottomBar>
    )
  }
  if (status === 'approved' || closedText(order, now()) !== undefined) return null
  return (
    <BottomBar>
      <View className={styles.main}>
        <Button
          kind="plain"
          id="ask-again"
          onTap={() => {
            replace('aftersale', { orderId: order._id })
          }}
        >
          {afterSaleText.askAgain}
        </Button>
      </View>
    </BottomBar>
  )
})
