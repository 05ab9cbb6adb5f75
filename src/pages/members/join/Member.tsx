import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { Store } from '@domain/catalog/product'
import type { MemberCenter } from '@domain/members/contract'
import { shopTime, type Instant } from '@domain/time'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { CouponTicket } from '@/components/CouponTicket'
import { now } from '@/platform/clock'
import { open, openTab } from '@/platform/go'
import { useStores } from '@/stores/root'
import { goodUntilText } from '@/text/coupons'
import { joinText } from '@/text/joining'
import { useJoin } from './useJoin'
import styles from './Member.module.scss'

/** Somebody who has joined, and the store whose code was scanned just now. */
export interface MemberProps {
  readonly center: MemberCenter
  readonly joinedAt: Instant
  readonly scanned: Store | undefined
}

/** After joining: what it brought. Who joined before is told so, and keeps the first store. */
export const Member = observer(function Member({ center, joinedAt, scanned }: MemberProps) {
  const { members } = useStores()
  const { joined } = members
  const { store } = center
  const setStore = useJoin(scanned?.id)
  const isOther = store && scanned && store.id !== scanned.id
  return (
    <View>
      <Card>
        <View className={styles.title} id="joined">
          {joined ? joinText.welcome : joinText.joined}
        </View>
        <View className={styles.fact}>{joinText.since(shopTime(joinedAt, 'YYYY年M月D日'))}</View>
        {store && (
          <View className={styles.fact} id="own-store">
            {isOther ? joinText.otherStore(store.name) : joinText.ownStore(store.name)}
          </View>
        )}
        <View className={styles.actions}>
          {!store && scanned && (
            <View className={styles.side}>
              <Button id="set-store" busy={members.joining} onTap={setStore}>
                {joinText.setStore(scanned.name)}
              </Button>
            </View>
          )}
          <View className={styles.side}>
            <Button
              id="to-me"
              kind="plain"
              onTap={() => {
                openTab('me')
              }}
            >
              {joinText.toMe}
            </Button>
          </View>
          <View className={styles.side}>
            <Button
              id="to-shop"
              kind="quiet"
              onTap={() => {
                openTab('home')
              }}
            >
              {joinText.shop}
            </Button>
          </View>
          {!center.isGuide && (
            <View className={styles.side}>
              <Button
                id="to-accept"
                kind="quiet"
                onTap={() => {
                  open('accept', {})
                }}
              >
                {joinText.accept}
              </Button>
            </View>
          )}
        </View>
      </Card>
      <View>
        {joined &&
          (joined.coupons.length > 0 ? (
            <View className={styles.given}>
              <View className={styles.heading}>{joinText.given}</View>
              {joined.coupons.map((coupon) => (
                <CouponTicket
                  key={coupon._id}
                  id={`coupon-${coupon.templateId}`}
                  coupon={coupon}
                  scopeNames={coupon.scopeNames}
                  validity={goodUntilText(coupon, now())}
                />
              ))}
            </View>
          ) : (
            center.welcomes && <View className={styles.none}>{joinText.noneGiven}</View>
          ))}
      </View>
    </View>
  )
})
