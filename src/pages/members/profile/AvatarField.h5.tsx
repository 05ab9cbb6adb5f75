import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { choosePictures } from '@/platform/upload'
import { useStores } from '@/stores/root'
import { profileText } from '@/text/profile'
import { Field, type PrivateField } from './Field'
import { say } from './say'
import styles from './Field.module.scss'

/** The portrait: a picture of this device. */
export const AvatarField = observer(function AvatarField({
  avatar,
}: PrivateField & { readonly avatar: string | null }) {
  const { members } = useStores()
  const choose = async () => {
    const [path] = await choosePictures(1)
    if (path !== undefined) say(members.changeAvatar(path))
  }
  return (
    <Field name={profileText.avatar}>
      <View className={styles.value}>
        <Avatar file={avatar} />
      </View>
      <View className={styles.side}>
        <Button
          kind="plain"
          id="avatar"
          busy={members.saving === 'avatar'}
          onTap={() => void choose()}
        >
          {profileText.changeAvatar}
        </Button>
      </View>
    </Field>
  )
})
