import { View } from '@tarojs/components'
import type { OrderDeal } from '@domain/orders/order'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Row } from '@/components/Row'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { money } from '@/text/money'
import { ordersText } from '@/text/orders'
import { when } from '@/text/when'
import styles from './DealState.module.scss'

/** The group-buy that an order belongs to. */
export interface DealStateProps {
  readonly deal: OrderDeal
  /** Only who paid is on the statement. */
  readonly joined: boolean
}

/** How the group-buy stands, and the way to it. */
export function DealState({ deal, joined }: DealStateProps) {
  const { id: dealId, settled, endsAt } = deal
  return (
    <Card title={ordersText.deal}>
      <Row label={ordersText.paidUnit} value={money(deal.unitFen)} />
      {settled ? (
        <Row
          label={ordersText.dealFinal}
          value={
            settled.finalPriceFen === null ? ordersText.dealUnformed : money(settled.finalPriceFen)
          }
          tone="leaf"
        />
      ) : (
        <Row
          label={now() < endsAt ? ordersText.dealRunning : ordersText.dealClosed}
          value={ordersText.dealEndsAt(when(endsAt, now()))}
        />
      )}
      <View>{joined && <Row label={ordersText.alias} value={deal.alias} />}</View>
      <View className={styles.links}>
        <Button
          kind="plain"
          id="see-deal"
          onTap={() => {
            open('ladder', { dealId })
          }}
        >
          {ordersText.seeDeal}
        </Button>
        {settled && (
          <Button
            kind="plain"
            id="see-statement"
            onTap={() => {
              open('statement', { dealId })
            }}
          >
            {ordersText.seeStatement}
          </Button>
        )}
      </View>
    </Card>
  )
}
