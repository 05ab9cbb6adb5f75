import { makeAutoObservable, observableRef } from 'mobx'
import type { InputOf, OutputOf } from '@domain/api'
import { hasFailed, type Failure } from '@domain/failure'
import type { StoreId } from '@domain/ids'
import type { MemberCenter } from '@domain/members/contract'
import type { Profile } from '@domain/members/member'
import type { Call } from '@/platform/call'
import type { UploadPicture } from '@/platform/pictures'
import { reloading, renewed, settled, unloaded, type Loaded } from './loaded'
import { Wishes } from './wishes'

/** The levels with what they bring, and where the caller stands. */
export type Levels = OutputOf<'members.levels'>

/** What joining brought. */
export type Joined = OutputOf<'members.join'>

/** What may be changed of a profile; a telephone number comes from WeChat only. */
export type ProfileChange = Omit<InputOf<'members.profile'>, 'avatar'>

/** What is being written down just now, so that its field waits. */
export type ProfileField = keyof Profile

/** The caller as a member: the first screen of 我的, levels, joining, and the profile. */
export class MembersStore {
  center: Loaded<MemberCenter> = unloaded
  levels: Loaded<Levels> = unloaded
  /** What joining brought, since the app was opened. */
  joined: Joined | undefined = undefined
  joining = false
  /** The field that is just being written down. */
  saving: ProfileField | undefined = undefined
  private readonly wishes = new Wishes()

  constructor(
    private readonly call: Call,
    private readonly upload: UploadPicture,
  ) {
    makeAutoObservable<this, 'call' | 'upload' | 'wishes'>(
      this,
      {
        ...{ call: false, upload: false, wishes: false },
        ...{ center: observableRef, levels: observableRef, joined: observableRef },
      },
      { autoBind: true },
    )
  }

  async load(): Promise<void> {
    this.showCenter(reloading(this.center))
    this.showCenter(settled(this.center, await this.call('members.see', {})))
  }

  /** Asks again without showing that it does. */
  async refresh(): Promise<void> {
    const center = renewed(this.center, await this.call('members.see', {}))
    if (center) this.showCenter(center)
  }

  async loadLevels(): Promise<void> {
    this.showLevels(reloading(this.levels))
    this.showLevels(settled(this.levels, await this.call('members.levels', {})))
  }

  /** Makes the caller a member, by a store's code or without; answers why not. */
  async join(storeId: StoreId | undefined): Promise<Failure | undefined> {
    this.setJoining(true)
    const answer = await this.call('members.join', storeId === undefined ? {} : { storeId })
    if (!hasFailed(answer)) this.welcome(answer)
    this.setJoining(false)
    return hasFailed(answer) ? answer : undefined
  }

  /** Changes what the member says of themselves; answers why not. */
  change(field: ProfileField, change: ProfileChange): Promise<Failure | undefined> {
    return this.save(field, () => this.call('members.profile', change))
  }

  /** Takes a picture that lies on this phone as the member's portrait; answers why not. */
  changeAvatar(path: string): Promise<Failure | undefined> {
    return this.save('avatar', async () => {
      const avatar = await this.upload(path)
      return hasFailed(avatar) ? avatar : this.call('members.profile', { avatar })
    })
  }

  /** Keeps the telephone number that WeChat tells for a code; answers why not. */
  keepPhone(code: string): Promise<Failure | undefined> {
    return this.save('phone', () =>
      this.wishes.send(`phone ${code}`, (requestId) =>
        this.call('members.phone', { requestId, code }),
      ),
    )
  }

  /** Forgets everything that the member said of themselves; answers why not. */
  async clearProfile(): Promise<Failure | undefined> {
    const nothing = { nickname: '', avatar: null, birthday: null, phone: null }
    return this.save('nickname', () => this.call('members.profile', nothing))
  }

  private async save(
    field: ProfileField,
    send: () => Promise<{ readonly profile: Profile } | Failure>,
  ): Promise<Failure | undefined> {
    this.setSaving(field)
    const answer = await send()
    this.setSaving(undefined)
    if (hasFailed(answer)) return answer
    this.showProfile(answer.profile)
    return undefined
  }

  private showCenter(center: Loaded<MemberCenter>): void {
    this.center = center
  }

  private showProfile(profile: Profile): void {
    const { value } = this.center
    if (value) this.center = { state: 'ready', value: { ...value, profile } }
  }

  private showLevels(levels: Loaded<Levels>): void {
    this.levels = levels
  }

  /** The member's card shows it at once; what was given is counted when it is read anew. */
  private welcome(joined: Joined): void {
    this.joined = joined
    const { value } = this.center
    if (!value) return
    const { joinedAt, store, coupons } = joined
    const center = { ...value, joinedAt, store, coupons: value.coupons + coupons.length }
    this.center = { state: 'ready', value: center }
  }

  private setJoining(joining: boolean): void {
    this.joining = joining
  }

  private setSaving(field: ProfileField | undefined): void {
    this.saving = field
  }
}
