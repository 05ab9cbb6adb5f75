import { View } from '@tarojs/components'
import type { MemberCenter } from '@domain/members/contract'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { GrowthBar } from '@/components/GrowthBar'
import { Tag } from '@/components/Tag'
import { open } from '@/platform/go'
import { membersText } from '@/text/members'
import { Holdings } from './Holdings'
import styles from './MemberCard.module.scss'

/** The member's card: who it is, their level and the way to the next, and what they have. */
export function MemberCard({ center }: { readonly center: MemberCenter }) {
  const { profile, growth, joinedAt } = center
  // Who bought before joining climbs the levels all the same.
  const isMember = joinedAt !== null || (growth !== null && growth.spentFen > 0)
  return (
    <Card id="member-card">
      <View
        className={styles.head}
        id="profile"
        ariaRole="button"
        onClick={() => {
          open('profile', {})
        }}
      >
        <Avatar file={profile.avatar} />
        <View className={styles.words}>
          <View className={styles.name} id="nickname">
            {profile.nickname === '' ? membersText.nobody : profile.nickname}
          </View>
          <View>
            {!isMember ? (
              <Tag tone="plain">{membersText.guest}</Tag>
            ) : (
              growth?.level && <Tag tone="cherry">{growth.level.name}</Tag>
            )}
          </View>
        </View>
        <View className={styles.chevron} />
      </View>
      <View>
        {!isMember ? (
          <Invitation />
        ) : (
          growth && (
            <View
              className={styles.growth}
              id="growth"
              ariaRole="button"
              onClick={() => {
                open('levels', {})
              }}
            >
              <GrowthBar growth={growth} />
            </View>
          )
        )}
      </View>
      <Holdings center={center} />
    </Card>
  )
}

/** Joining is offered; nothing in the shop asks for it. */
function Invitation() {
  return (
    <View className={styles.invitation}>
      <View className={styles.hint}>{membersText.joinHint}</View>
      <View className={styles.side}>
        <Button
          kind="plain"
          id="join"
          onTap={() => {
            open('join', {})
          }}
        >
          {membersText.join}
        </Button>
      </View>
    </View>
  )
}
