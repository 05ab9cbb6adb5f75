import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { Store } from '@domain/catalog/product'
import type { MemberCenter } from '@domain/members/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { useStores } from '@/stores/root'
import { broughtTexts, joinText } from '@/text/joining'
import { StoreList } from '../../catalog/StoreList'
import { useJoin } from './useJoin'
import styles from './Invitation.module.scss'

/** Who invites, and to what. */
export interface InvitationProps {
  readonly center: MemberCenter
  /** The store whose code was scanned, if it was one's. */
  readonly store: Store | undefined
  /** A code was scanned that is no store's. */
  readonly isUnknown: boolean
}

/** Before joining: who invites, what it brings, and that it costs nothing. */
export const Invitation = observer(function Invitation({
  center,
  store,
  isUnknown,
}: InvitationProps) {
  const { members } = useStores()
  const join = useJoin(store?.id)
  const brought = broughtTexts(center)
  return (
    <View>
      {isUnknown && (
        <Card>
          <View className={styles.quiet} id="unknown-store">
            {joinText.unknownStore}
          </View>
        </Card>
      )}
      {store && (
        <Card title={joinText.invited(store.name)} id="store">
          <StoreList stores={[store]} />
        </Card>
      )}
      {brought.length > 0 && (
        <Card title={joinText.brings}>
          {brought.map(({ title, body }) => (
            <View key={title} className={styles.item}>
              <View className={styles.title}>{title}</View>
              <View className={styles.quiet}>{body}</View>
            </View>
          ))}
        </Card>
      )}
      <View className={styles.free}>{joinText.free}</View>
      <BottomBar>
        <View className={styles.go}>
          <Button id="join" busy={members.joining} onTap={join}>
            {joinText.join}
          </Button>
        </View>
      </BottomBar>
    </View>
  )
})
