import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { CouponTab, CouponView } from '@domain/coupons/contract'
import { Button } from '@/components/Button'
import { CouponTicket } from '@/components/CouponTicket'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { useStores } from '@/stores/root'
import { couponsText, couponStateText, goodUntilText } from '@/text/coupons'
import { GoodsSheet, type Goods } from '../goods'
import styles from './index.module.scss'

interface CouponsProps {
  readonly tab: CouponTab
  readonly goods: Goods
}

/** The coupons of one tab. */
export const Coupons = observer(function Coupons({ tab, goods }: CouponsProps) {
  const { coupons } = useStores()
  const loaded = coupons.list(tab)
  const page = loaded.value
  const load = () => void coupons.loadList(tab)
  if (!page) return <Missing loaded={loaded} shape="list" onRetry={load} />
  return (
    <View>
      <Stale loaded={loaded} onRetry={load} />
      {page.coupons.map((coupon) => (
        <Own key={coupon._id} coupon={coupon} onUse={() => goods.show(coupon.rule.scope)} />
      ))}
      {page.coupons.length === 0 ? (
        <Empty {...couponsText.nothing[tab]} action={claimSome} />
      ) : (
        <View className={styles.end}>
          {page.more ? (
            couponsText.loading
          ) : (
            <Button kind="quiet" id={claimSome.id} onTap={claimSome.onTap}>
              {claimSome.text}
            </Button>
          )}
        </View>
      )}
      <GoodsSheet goods={goods} names={page.names} />
    </View>
  )
})

const claimSome = {
  text: couponsText.toCenter,
  id: 'to-center',
  onTap: () => {
    open('couponCenter', {})
  },
}

interface OwnProps {
  readonly coupon: CouponView
  readonly onUse: () => void
}

/** A coupon that one has or had, with the way to its goods or to the order that has it. */
function Own({ coupon, onUse }: OwnProps) {
  const { _id: id, status, orderId, scopeNames } = coupon
  const isFree = status === 'unused'
  const words = couponStateText(coupon)
  return (
    <CouponTicket
      id={`coupon-${id}`}
      coupon={coupon}
      scopeNames={scopeNames}
      validity={goodUntilText(coupon, now())}
      {...(isFree ? {} : { reason: words })}
    >
      {isFree && now() < coupon.validUntil && (
        <Button kind="plain" id={`use-${id}`} onTap={onUse}>
          {couponsText.use}
        </Button>
      )}
      {!isFree && orderId !== null && (
        <Button kind="quiet" id={`order-of-${id}`} onTap={() => open('order', { orderId })}>
          {couponsText.seeOrder}
        </Button>
      )}
    </CouponTicket>
  )
}
